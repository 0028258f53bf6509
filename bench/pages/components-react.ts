/** The whole conference of `@livekit/components-react`. */
import '@livekit/components-styles';
import { LiveKitRoom, VideoConference } from '@livekit/components-react';
import { createElement, useEffect, useState } from 'react';
import type { ReactElement } from 'react';
import { createRoot } from 'react-dom/client';
import { askForGrant, type Call, type Grant, offer } from './page.js';

offer({
  start: (call, stage) => createRoot(stage).render(createElement(Conference, { call })),
});

const options = { adaptiveStream: true, dynacast: true };

function Conference({ call }: { readonly call: Call }): ReactElement | null {
  const [grant, setGrant] = useState<Grant>();
  useEffect(() => void askForGrant(call).then(setGrant), [call]);
  if (!grant) return null;
  return createElement(
    LiveKitRoom,
    {
      serverUrl: grant.webRtcServerUrl,
      token: grant.webRtcToken,
      audio: false,
      video: false,
      options,
    },
    createElement(
      'div',
      { 'data-lk-theme': 'default', style: { blockSize: '100vh' } },
      createElement(VideoConference),
    ),
  );
}
