import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** The credentials of the registered callback. */
export const credentials = { id: 'hook', password: 'a password' };

/** The point where an event gets stuck: before `onEvent` succeeds, or before it is marked. */
export type Place = 'success' | 'mark';

/** A message from an instance. */
export type Report =
  | { readonly port: number }
  | { readonly holding: true }
  | { readonly stuck: { readonly id: string; readonly at: Place } };

/** The points where an instance gets stuck after the message `hold`, one for each event. */
export const places: readonly Place[] = ['success', 'success', 'mark', 'mark'];

/** Starts an instance of a backend in its own process. `module` is a file of this folder. */
export async function startInstance(name: string, module: string, args: readonly string[]) {
  const child = fork(fileURLToPath(new URL(module, import.meta.url)), args, {
    execArgv: ['--import', import.meta.resolve('tsx')],
  });
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
    /**
     * Kills the instance once one event is stuck at each of the {@link places}. Returns the stuck
     * events. `provoke` is called when the instance is ready to get stuck.
     */
    killInTheMiddle: async (provoke?: () => void) => {
      const stuck: { id: string; at: Place }[] = [];
      const all = new Promise<void>((resolve) => {
        child.on('message', (report: Report) => {
          if ('holding' in report) provoke?.();
          if ('stuck' in report && stuck.push(report.stuck) === places.length) resolve();
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
