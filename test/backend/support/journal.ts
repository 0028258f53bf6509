import { createClient } from 'redis';

/** One thing that happened to an event. */
export interface Step {
  readonly event: string;
  /** An instance's `onEvent` writes `begun` and `succeeded`. `done` marks the event as handled. */
  readonly step: 'begun' | 'succeeded' | 'done';
  /** The name of the instance. Empty for `done`, which does not contain it. */
  readonly instance: string;
}

/**
 * Listens to every command that Redis receives (`MONITOR`). The steps of all instances come in one
 * order, even if an instance dies.
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
