import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the callback was registered with. */
export const credentials = { id: 'hook', password: 'a password' };

/** Where `onEvent` gets stuck: before its success, or between that and its being marked. */
export type Place = 'success' | 'mark';

/** What an instance tells. */
export type Report =
  { readonly port: number } | { readonly stuck: { readonly id: string; readonly at: Place } };

export interface InstanceOptions {
  readonly name: string;
  readonly redisPort: number;
  readonly leaseMs: number;
}

/** Starts an instance of a backend in a process of its own. */
export async function startInstance({ name, redisPort, leaseMs }: InstanceOptions) {
  const child = fork(
    fileURLToPath(new URL('./instance.ts', import.meta.url)),
    [name, String(redisPort), String(leaseMs)],
    { execArgv: ['--import', import.meta.resolve('tsx')] },
  );
  const ended = once(child, 'exit');
  const port = await new Promise<number>((resolve, reject) => {
    child.on('message', (report: Report) => 'port' in report && resolve(report.port));
    void ended.then(() => reject(new Error(`Instance ${name} did not start.`)));
  });
  const kill = async (): Promise<void> => {
    child.kill('SIGKILL');
    await ended;
  };
  return {
    name,
    port,
    kill,
    /** Kills it while four events are in the middle; says which, and where. */
    killInTheMiddle: async () => {
      const stuck: { id: string; at: Place }[] = [];
      const all = new Promise<void>((resolve) => {
        child.on('message', (report: Report) => {
          if ('stuck' in report && stuck.push(report.stuck) === 4) resolve();
        });
      });
      child.send('hold');
      await all;
      await kill();
      return stuck;
    },
  };
}

export type Instance = Awaited<ReturnType<typeof startInstance>>;
