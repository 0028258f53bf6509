import type { FfcRoomElement } from 'ffc-elements';
import { FfcMicrophoneButton, FfcRoom, FfcRoomList } from 'ffc-elements/react';
import { useRef, useState } from 'react';

export function Rooms() {
  const room = useRef<FfcRoomElement>(null);
  const [roomId, setRoomId] = useState<number>();
  return (
    <>
      <FfcRoomList
        endpoint="sandbox"
        htmlFor="room"
        pageSize={6}
        readonly
        onFfcRoomSelect={(event) => setRoomId(event.room.id)}
      />
      <FfcRoom
        ref={room}
        key="room"
        id="room"
        className="call"
        roomId={roomId}
        autoJoin={false}
        controls={['microphone', 'leave']}
        tokenProvider={() => Promise.resolve('token')}
        messages={{ join: 'Come in' }}
        style={{ '--ffc-color-accent': 'teal', maxWidth: 400 }}
        aria-label="Call"
        data-x="1"
        onFfcError={({ error }) => console.warn(error.reason)}
        onFfcParticipantJoined={({ participant }) => console.log(participant.name)}
        onClick={() => void room.current?.leave()}
      >
        <div slot="header" />
      </FfcRoom>
      <FfcMicrophoneButton htmlFor="room" forElement={room.current} />
    </>
  );
}

export const wrong = [
  // @ts-expect-error This theme does not exist.
  <FfcRoom theme="blue" />,
  // @ts-expect-error The function returns no token.
  <FfcRoom tokenProvider={() => 42} />,
  // @ts-expect-error The event has no such field.
  <FfcRoom onFfcError={(event) => event.detail} />,
  // @ts-expect-error A list fires no such event.
  <FfcRoomList onFfcParticipantJoined={() => {}} />,
  // @ts-expect-error Only the element writes this property.
  <FfcRoom participants={[]} />,
];
