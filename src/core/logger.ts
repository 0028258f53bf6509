/** Where the package reports what only a developer wants to know. Silent unless set. */
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
