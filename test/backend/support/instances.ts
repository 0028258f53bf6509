import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';

/** What the callback was registered with. */
export const credentials = { id: 'hook', password: 'a password' };

/** Where `onEvent` gets stuck: before its success, or between that and its being marked. */
export type Place = 'success' | 'mark';

/** A message from an instance. */
export type Report =
  | { readonly port: number }
  | { readonly holding: true }
  | { readonly stuck: { readonly id: string; readonly at: Place } };

/** Where an instance gets stuck when it is told `hold`. */
export const places: readonly Place[] = ['success', 'success', 'mark', 'mark'];

/** Starts an instance of a backend, which a module next to this one is, in a process of its own. */
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
     * Kills it while it is stuck in as many events as there are {@link places}; says which, and
     * where. `provoke` is called as soon as it would get stuck.
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
