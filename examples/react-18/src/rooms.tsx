import type { FfcRoomElement } from 'ffc-elements';
import { FfcRoom, FfcRoomList } from 'ffc-elements/react';
import { useRef, useState } from 'react';
import { endpoint, fetchToken } from './backend';

/** A list, the room that a person picks in it, and a custom control bar. */
export function Rooms() {
  const room = useRef<FfcRoomElement>(null);
  const [isHeard, setHeard] = useState(false);
  const [news, setNews] = useState('');
  return (
    <main>
      <FfcRoomList endpoint={endpoint} tokenProvider={fetchToken} htmlFor="room" />
      <FfcRoom
        ref={room}
        id="room"
        endpoint={endpoint}
        tokenProvider={fetchToken}
        onFfcParticipantJoined={({ participant }) => setNews(`${participant.name} is here`)}
        onFfcSwitchChange={({ microphone }) => setHeard(microphone.enabled)}
        onFfcError={({ error }) => setNews(`${error.stage}: ${error.reason}`)}
      >
        <div slot="control-bar">
          <button
            aria-pressed={isHeard}
            onClick={() => void room.current?.setMicrophoneEnabled(!isHeard)}
          >
            My microphone
          </button>
          <button onClick={() => void room.current?.leave()}>Hang up</button>
        </div>
      </FfcRoom>
      <p role="status">{news}</p>
    </main>
  );
}
