import type { FfcRoomElement } from 'ffc-elements';
import { useRef } from 'react';

export function Rooms() {
  const room = useRef<FfcRoomElement>(null);
  return (
    <>
      <ffc-room-list
        endpoint="sandbox"
        for="room"
        page-size={6}
        readonly
        onffc-room-select={(event) => console.log(event.room.id)}
      />
      <ffc-room
        ref={room}
        key="room"
        id="room"
        className="call"
        room-id={42}
        auto-join={false}
        max-tiles="9"
        theme={null}
        controls={['microphone', 'leave']}
        tokenProvider={async ({ signal }) => {
          const answer = await fetch('/ffc/token', { method: 'POST', signal });
          return answer.text();
        }}
        messages={{ join: 'Come in' }}
        style={{ '--ffc-color-accent': 'teal' }}
        onffc-error={({ error }) => console.warn(error.reason)}
        onffc-participant-joined={({ participant }) => console.log(participant.name)}
        onClick={() => void room.current?.leave()}
      >
        <div slot="header" />
      </ffc-room>
      <ffc-microphone-button for="room" />
    </>
  );
}

export const wrong = [
  // @ts-expect-error This theme does not exist.
  <ffc-room theme="blue" />,
  // @ts-expect-error The function returns no token.
  <ffc-room tokenProvider={() => 42} />,
  // @ts-expect-error The event has no such field.
  <ffc-room onffc-error={(event) => event.detail} />,
  // @ts-expect-error Only the element writes this property.
  <ffc-room participants={[]} />,
  // @ts-expect-error This tag does not exist.
  <ffc-rooms />,
];
