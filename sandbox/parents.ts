import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How many ancestors to search for the script runner: a shell and a loader may be between. */
const farthest = 6;
/**
 * How often to check, in milliseconds: the system does not notify a process of its parent's end.
 */
const beat = 1000;

/** npm and the like: the process title, or the script file that is run. */
const scriptRunner = /^(?:.*[/\\])?(?:npm|npx|pnpm|yarn|bun)(?:-cli)?(?:\.c?js)?$/;

/**
 * Aborts when the parent of this process has ended, or the npm that runs this process as a script.
 * A killed npm sends its scripts no signal, and the shell in between keeps running for them.
 */
export function parentsEnd(): AbortSignal {
  const ending = new AbortController();
  const chain = chainToRunner();
  setInterval(() => {
    const isWhole = chain.every((pid, n) => parentOf(n === 0 ? process.pid : chain[n - 1]) === pid);
    if (!isWhole) ending.abort();
  }, beat).unref();
  return ending.signal;
}

/** The processes from the parent up to the script runner; without a runner, the parent alone. */
function chainToRunner(): readonly number[] {
  const parent = process.ppid;
  if (!process.env['npm_lifecycle_event']) return [parent];
  const chain: number[] = [];
  let pid: number | undefined = parent;
  while (pid !== undefined && pid > 0 && chain.length < farthest) {
    chain.push(pid);
    // Only the first words: the arguments of a shell follow, and may name npm too.
    const words = commandOf(pid).trim().split(/\s+/, 2);
    if (words.some((word) => scriptRunner.test(word))) return chain;
    pid = parentOf(pid);
  }
  return [parent];
}

/** The parent of a process; undefined if the process has ended or its parent is unknown. */
function parentOf(pid: number | undefined): number | undefined {
  if (pid === process.pid) return process.ppid;
  if (process.platform === 'linux') {
    // The second field, the name in brackets, may hold any text.
    const facts = read(`/proc/${pid}/stat`);
    return Number(facts.slice(facts.lastIndexOf(')')).split(' ')[2]) || undefined;
  }
  return Number(ps(pid, 'ppid=')) || undefined;
}

function commandOf(pid: number): string {
  if (process.platform === 'linux') return read(`/proc/${pid}/cmdline`).replaceAll('\0', ' ');
  return ps(pid, 'command=');
}

function read(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

function ps(pid: number | undefined, field: string): string {
  try {
    const quietly = { stdio: ['ignore', 'pipe', 'ignore'] as 'pipe'[], encoding: 'utf8' as const };
    return execFileSync('ps', ['-o', field, '-p', String(pid)], quietly);
  } catch {
    return '';
  }
}
