import { ServerError } from 'livekit-server-sdk';

/** Waits for a call to LiveKit, and ignores that its room, participant or egress has ended. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const status = error instanceof ServerError ? error.status : undefined;
    // LiveKit still knows an egress that has ended with its call, but cannot stop it (412).
    if (status !== 404 && status !== 412) throw error;
  }
}
