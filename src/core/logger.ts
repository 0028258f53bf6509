/** The log for developers. Silent unless set. */
export interface Logger {
  debug(message: string, facts?: Readonly<Record<string, unknown>>): void;
  warn(message: string, facts?: Readonly<Record<string, unknown>>): void;
}

/** Says nothing: the default, so that an embedded call leaves the host's console alone. */
export const silentLogger: Logger = { debug() {}, warn() {} };

/** Writes to the console with a prefix. Facts must never hold tokens, passwords or bodies. */
export const consoleLogger: Logger = {
  debug: (message, facts) => console.debug(`[ffc] ${message}`, facts ?? ''),
  warn: (message, facts) => console.warn(`[ffc] ${message}`, facts ?? ''),
};

const warned = new Set<string>();

/**
 * Tells the page's developer, in the console, of a mistake that changes what the page shows. The
 * same message is told once. It must never hold a value that may be secret.
 */
export function warnOnce(message: string): void {
  if (warned.has(message)) return;
  warned.add(message);
  console.warn(`[ffc] ${message}`);
}
