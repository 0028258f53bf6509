/**
 * Tells the person who waits, one line at a time. `again`: the line takes the place of the one
 * before, where that is possible.
 */
export type Report = (line: string, again?: boolean) => void;

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
    report(`${label()} ${Math.round((Date.now() - start) / 1000)} s`, true);
  }, beat);
  report(label());
  try {
    return await work;
  } finally {
    clearInterval(timer);
  }
}

/** Writes to the terminal, or to wherever a stream leads. */
export function reportTo(stream: NodeJS.WriteStream): Report {
  const previousLine = stream.isTTY ? '\x1b[1A\x1b[2K' : '';
  return (line, again) => void stream.write(`${again ? previousLine : ''}${line}\n`);
}
