import type { FfcRoomElement } from 'ffc-elements';

export function Rooms() {
  let room: FfcRoomElement | undefined;
  return (
    <>
      <ffc-room-list
        endpoint="sandbox"
        for="room"
        page-size={6}
        readonly
        on:ffc-room-select={(event) => console.log(event.room.id)}
      />
      <ffc-room
        ref={room}
        id="room"
        class="call"
        room-id={42}
        auto-join={false}
        max-tiles="9"
        controls={['microphone', 'leave']}
        prop:tokenProvider={() => Promise.resolve('token')}
        messages={{ join: 'Come in' }}
        style={{ '--ffc-color-accent': 'teal' }}
        on:ffc-error={({ error }) => console.warn(error.reason)}
        onClick={() => void room?.leave()}
      >
        <div slot="header" />
      </ffc-room>
      <ffc-microphone-button for="room" />
    </>
  );
}

export const wrong = () => [
  // @ts-expect-error This theme does not exist.
  <ffc-room theme="blue" />,
  // @ts-expect-error The function returns no token.
  <ffc-room prop:tokenProvider={() => 42} />,
  // @ts-expect-error The event has no such field.
  <ffc-room on:ffc-error={(event) => event.detail} />,
  // @ts-expect-error This tag does not exist.
  <ffc-rooms />,
];
