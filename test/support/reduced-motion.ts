import { emulateMedia } from '@web/test-runner-commands';

/** Runs a piece of a test as for somebody who has asked for less motion; only Chromium can. */
export async function withReducedMotion(work: () => Promise<void>): Promise<void> {
  await emulateMedia({ reducedMotion: 'reduce' });
  try {
    await work();
  } finally {
    await emulateMedia({ reducedMotion: 'no-preference' });
  }
}
