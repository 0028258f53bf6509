/** The page of `react.test.ts`, which a server renders and a browser hydrates. */
import { FfcRoom } from 'ffc-elements/react';
import { createElement as h, StrictMode, useState } from 'react';

export function Rooms({ services, log, room }) {
  const [round, setRound] = useState(1);
  return h(
    StrictMode,
    null,
    h('ffc-room', { id: 'plain', endpoint: 'sandbox', 'token-url': '/ffc/token' }),
    h(
      FfcRoom,
      {
        ref: room,
        id: 'room',
        className: 'call',
        roomId: 1,
        autoJoin: true,
        noPersist: true,
        hideSelf: false,
        controls: round === 1 ? ['microphone', 'leave'] : ['leave'],
        services,
        onFfcStateChange: ({ state }) => log.push(`${round}: ${state}`),
        onFfcPanelChange: round === 1 ? ({ panel }) => log.push(panel) : undefined,
      },
      h('p', { slot: 'header' }, 'Header'),
    ),
    h('button', { onClick: () => setRound(2) }, 'Again'),
  );
}
