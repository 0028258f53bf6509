import { createClient } from 'redis';

/** What happened to an event, in the order in which Redis was told. */
export interface Step {
  readonly event: string;
  /** `begun` and `succeeded`: by `onEvent` in an instance; `done`: it was marked as handled. */
  readonly step: 'begun' | 'succeeded' | 'done';
  /** Empty for `done`, which does not say it. */
  readonly instance: string;
}

/**
 * Listens to all that Redis is asked (`MONITOR`): one order of everything that all instances
 * did, which holds whatever dies in between.
 */
export async function startJournal(redisPort: number) {
  const client = createClient({ url: `redis://127.0.0.1:${redisPort}` });
  const monitor = client.duplicate();
  await Promise.all([client.connect(), monitor.connect()]);
  const steps: Step[] = [];
  let over = (): void => {};
  await monitor.monitor((text) => {
    if (text.endsWith('"PING" "over"')) over();
    const step = toStep(text);
    if (step) steps.push(step);
  });
  return {
    /** All steps until now. */
    read: async (): Promise<readonly Step[]> => {
      const heardAll = new Promise<void>((resolve) => (over = resolve));
      await client.ping('over');
      await heardAll;
      return [...steps];
    },
    stop: () => {
      client.destroy();
      monitor.destroy();
    },
  };
}

function toStep(line: string): Step | undefined {
  const [, list, value = ''] = /"RPUSH" "(begun|succeeded)" "([^"]+)"$/.exec(line) ?? [];
  const [event = '', instance = ''] = value.split(' ');
  if (list === 'begun' || list === 'succeeded') return { event, step: list, instance };
  const [, done] = /"SET" "ffc:webhook:([^"]+)" "done"/.exec(line) ?? [];
  return done === undefined ? undefined : { event: done, step: 'done', instance: '' };
}
