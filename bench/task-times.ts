import type { Browser, Page } from 'playwright-core';

/** The tasks of a page's main thread, in ms. */
export interface TaskTimes {
  /** The number of tasks with more than 50 ms of processor time. */
  readonly long: number;
  /** The processor time of the longest task, which excludes other processes. */
  readonly longest: number;
  /** The time of the longest task by the clock. */
  readonly longestByClock: number;
}

interface TraceEvent {
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly dur?: number;
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

/** Measures the tasks of a page's main thread while `happen` runs. */
export async function taskTimes(
  browser: Browser,
  page: Page,
  happen: () => Promise<void>,
): Promise<TaskTimes> {
  await browser.startTracing(page, { categories: ['toplevel'] });
  await happen();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const mains = new Set(
    trace.traceEvents
      .filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
      .map(({ pid, tid }) => `${pid} ${tid}`),
  );
  const tasks = trace.traceEvents.filter(
    ({ name, pid, tid }) =>
      (name === 'RunTask' || name.startsWith('ThreadController')) && mains.has(`${pid} ${tid}`),
  );
  if (tasks.length === 0) throw new Error('The trace holds no task of a main thread.');
  const worked = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    long: worked.filter((time) => time > 50).length,
    longest: worked.reduce((a, b) => Math.max(a, b), 0),
    longestByClock: tasks.reduce((most, { dur = 0 }) => Math.max(most, dur / 1000), 0),
  };
}
