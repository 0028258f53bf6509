/** Tells the person who waits, one line at a time. */
export type Report = (line: string) => void;

/** How often a long piece of work shows that it goes on, in milliseconds. */
const beat = 3000;

/** Reports the label at once, and again with the seconds so far for as long as the work goes on. */
export async function withProgress<T>(
  report: Report,
  label: () => string,
  work: Promise<T>,
): Promise<T> {
  const start = Date.now();
  const timer = setInterval(() => {
    report(`${label()} ${Math.round((Date.now() - start) / 1000)} s`);
  }, beat);
  report(label());
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}
