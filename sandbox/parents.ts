import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** How far up to look for what runs package scripts: a shell and a loader may sit between. */
const farthest = 6;
/** How often to look, in milliseconds: nobody is told that a parent has ended. */
const beat = 1000;

/** npm and the like: what they call themselves, or the file that is run. */
const scriptRunner = /^(?:.*[/\\])?(?:npm|npx|pnpm|yarn|bun)(?:-cli)?(?:\.c?js)?$/;

/**
 * Aborts when whoever started this process has ended: its parent, or the npm that runs it as a
 * script. Killed, npm says nothing to its scripts, and the shell between stays for their sake.
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

/** The processes from the parent up to what runs package scripts; else the parent alone. */
function chainToRunner(): readonly number[] {
  const parent = process.ppid;
  if (!process.env['npm_lifecycle_event']) return [parent];
  const chain: number[] = [];
  let pid: number | undefined = parent;
  while (pid !== undefined && pid > 0 && chain.length < farthest) {
    chain.push(pid);
    // The first words alone: what a shell runs comes later, and may name npm too.
    const words = commandOf(pid).trim().split(/\s+/, 2);
    if (words.some((word) => scriptRunner.test(word))) return chain;
    pid = parentOf(pid);
  }
  return [parent];
}

/** Undefined: there is no such process, or the system does not tell. */
function parentOf(pid: number | undefined): number | undefined {
  if (pid === process.pid) return process.ppid;
  if (process.platform === 'linux') {
    // The name, in brackets, may hold anything.
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
