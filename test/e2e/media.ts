/** Runs in a page: resolves when the video has shown this many more frames. */
export function morePictures(element: Element, count: number): Promise<void> {
  const video = element as HTMLVideoElement;
  return new Promise<void>((resolve) => {
    let left = count;
    const next = (): void => {
      if (left-- <= 0) resolve();
      else video.requestVideoFrameCallback(next);
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
  while ((await energy()) <= start) await new Promise(requestAnimationFrame);
}
