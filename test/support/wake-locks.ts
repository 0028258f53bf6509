const restores: (() => void)[] = [];
afterEach(() => {
  for (const restore of restores.splice(0)) restore();
});

/** The wake locks of a window, replaced for a test: how many were requested and are held. */
export interface FakeLocks {
  readonly held: () => number;
  readonly requests: () => number;
}

/** Replaces the wake lock of a window until the end of the test. */
export function fakeLocks({ navigator }: Window): FakeLocks {
  let held = 0;
  let requests = 0;
  const request = () => {
    requests++;
    held++;
    const release = () => {
      held--;
      return Promise.resolve();
    };
    return Promise.resolve({ release });
  };
  Object.defineProperty(navigator, 'wakeLock', { configurable: true, value: { request } });
  restores.push(() => Reflect.deleteProperty(navigator, 'wakeLock'));
  return { held: () => held, requests: () => requests };
}
