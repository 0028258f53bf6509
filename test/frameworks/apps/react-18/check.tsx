import type { FfcRoomElement } from 'ffc-elements';
import { useEffect, useRef } from 'react';

/** React 18 sets only attributes. Properties and events need a ref. */
export function Rooms() {
  const room = useRef<FfcRoomElement>(null);
  useEffect(() => {
    const element = room.current;
    if (!element) return;
    element.tokenProvider = () => Promise.resolve('token');
    const onError = (event: HTMLElementEventMap['ffc-error']): void =>
      console.warn(event.error.reason);
    element.addEventListener('ffc-error', onError);
    return () => element.removeEventListener('ffc-error', onError);
  }, []);
  return (
    <>
      <ffc-room-list endpoint="sandbox" token-url="/ffc/token" for="room" page-size={6} readonly />
      <ffc-room
        ref={room}
        key="room"
        id="room"
        class="call"
        room-id={42}
        auto-join={false}
        max-tiles="9"
        theme="dark"
        style={{ '--ffc-color-accent': 'teal' }}
        aria-label="Call"
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
  // @ts-expect-error React 18 sets no properties.
  <ffc-room tokenProvider={() => 'token'} />,
  // @ts-expect-error The attribute is misspelt.
  <ffc-room roomid="42" />,
  // @ts-expect-error This tag does not exist.
  <ffc-rooms />,
];
