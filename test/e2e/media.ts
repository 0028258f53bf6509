/**
 * Looks for more pictures until there are some, for half a minute. `look` finds the video anew each
 * time and calls `morePictures` on it, because a tile and its video can be replaced meanwhile: a
 * person who joins again gets another tile.
 */
export async function untilItMoves(
  whose: string,
  look: () => Promise<string | undefined>,
): Promise<void> {
  const end = performance.now() + 30_000;
  for (;;) {
    const problem = await look();
    if (problem === undefined) return;
    if (performance.now() > end) throw new Error(`The video of ${whose} stands still: ${problem}`);
  }
}

/**
 * Runs in a page: resolves when the video has shown this many more frames. If none comes for three
 * seconds, it resolves with what is known of the video.
 */
export function morePictures(element: Element, count: number): Promise<string | undefined> {
  const video = element as HTMLVideoElement;
  return new Promise((resolve) => {
    let left = count;
    let timer = 0;
    const giveUp = (): void => {
      const track = (video.srcObject as MediaStream | null)?.getVideoTracks()[0];
      const place = video.isConnected ? 'in the page' : 'no longer in the page';
      resolve(`${left + 1} of ${count} frames missing, ${place}, track ${track?.readyState}`);
    };
    const next = (): void => {
      clearTimeout(timer);
      if (left-- <= 0) {
        resolve(undefined);
        return;
      }
      video.requestVideoFrameCallback(next);
      timer = window.setTimeout(giveUp, 3000);
    };
    next();
  });
}

/** Runs in a page: resolves when `<ffc-room>` has decoded more sound of another participant. */
export async function moreSound(element: Element): Promise<void> {
  interface Receiver {
    getReceiverStats?(): Promise<{ totalAudioEnergy?: number } | undefined>;
  }
  interface LiveRoom {
    readonly remoteParticipants: Map<
      string,
      { readonly audioTrackPublications: Map<string, { readonly track?: Receiver }> }
    >;
  }
  const { room } = element as unknown as { room: LiveRoom };
  const energy = async (): Promise<number> => {
    let sum = 0;
    for (const participant of room.remoteParticipants.values()) {
      for (const { track } of participant.audioTrackPublications.values()) {
        sum += (await track?.getReceiverStats?.())?.totalAudioEnergy ?? 0;
      }
    }
    return sum;
  };
  const start = await energy();
  const end = performance.now() + 30_000;
  while ((await energy()) <= start) {
    if (performance.now() > end) throw new Error('No sound of another participant for 30 s.');
    await new Promise(requestAnimationFrame);
  }
}
