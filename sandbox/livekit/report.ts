/**
 * Reports progress to the user, one line at a time. `again`: the line replaces the one before,
 * where that is possible.
 */
export type Report = (line: string, again?: boolean) => void;

/** How often a long piece of work reports that it is still running, in milliseconds. */
const beat = 3000;

/** Reports the label at once, and repeats it with the elapsed seconds until the work ends. */
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

/** Writes to a terminal, or to whatever else the stream leads to. */
export function reportTo(stream: NodeJS.WriteStream): Report {
  const previousLine = stream.isTTY ? '\x1b[1A\x1b[2K' : '';
  return (line, again) => void stream.write(`${again ? previousLine : ''}${line}\n`);
}
