import { emulateMedia } from '@web/test-runner-commands';

/** Runs `work` for a person who prefers reduced motion. Only Chromium can emulate this. */
export async function withReducedMotion(work: () => Promise<void>): Promise<void> {
  await emulateMedia({ reducedMotion: 'reduce' });
  try {
    await work();
  } finally {
    await emulateMedia({ reducedMotion: 'no-preference' });
  }
}
