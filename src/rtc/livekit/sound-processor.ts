import { LocalAudioTrack, type LocalParticipant, type LocalTrack } from 'livekit-client';

/**
 * Publishes a microphone through a page's processor, so that no unprocessed sound is sent. LiveKit
 * sets a processor only on a track that has an audio context, and gives it one with publishing: an
 * own one serves until then.
 */
export async function publishProcessed(
  participant: LocalParticipant,
  track: LocalTrack,
  processor: object,
): Promise<void> {
  const microphone = track instanceof LocalAudioTrack ? track : undefined;
  if (!microphone || microphone.getProcessor()) {
    await participant.publishTrack(track);
    return;
  }
  const context = new AudioContext();
  try {
    await microphone.setAudioContext(context);
    // The page's own object, which is passed on to LiveKit unchecked.
    await microphone.setProcessor(processor as never);
    await participant.publishTrack(track);
  } finally {
    await context.close();
  }
}
