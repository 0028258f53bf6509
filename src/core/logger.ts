/** The log for developers. Default: {@link silentLogger}. */
export interface Logger {
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/**
 * Logs nothing. It is the default, so that an embedded call leaves the console of its page alone.
 */
export const silentLogger: Logger = { debug() {}, warn() {} };

/** Writes to the console with a prefix. Facts must never hold tokens, passwords or bodies. */
export const consoleLogger: Logger = {
  debug: (message, facts) => console.debug(`[ffc] ${message}`, facts ?? ''),
  warn: (message, facts) => console.warn(`[ffc] ${message}`, facts ?? ''),
};

const warned = new Set<string>();

/**
 * Warns the page's developer, in the console, of a mistake that changes what the page shows. Each
 * message is logged once. It must never contain a value that may be secret.
 */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`[ffc] ${message}`);
}
