import { ServerError } from 'livekit-server-sdk';

/** What is refused because its room, participant or egress is no more is not missed. */
export async function unlessGone(work: Promise<unknown>): Promise<void> {
  try {
    await work;
  } catch (error) {
    const status = error instanceof ServerError ? error.status : undefined;
    // An egress that has ended with its call is there, but cannot be stopped (412).
    if (status !== 404 && status !== 412) throw error;
  }
}
