import type { RequestAnswer } from '../../parts/controls.js';

/** The answers to the requests for a running share. They load in the background of a call. */
export const shareAnswers: Readonly<Record<string, RequestAnswer>> = {
  'ffc-screen-pause-request': async ({ store }, { paused }) => {
    const { localIdentity = '' } = store.roster.getSnapshot();
    const { tracks = [] } = store.participant(localIdentity).getSnapshot() ?? {};
    const share = tracks.find(({ source }) => source === 'screen_share');
    if (!share) return;
    const isPaused = typeof paused === 'boolean' ? paused : !share.muted;
    await store.session?.setScreenShareEnabled(true, isPaused);
  },
};
