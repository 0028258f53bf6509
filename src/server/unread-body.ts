/**
 * The most bytes of a body that are read to keep a connection. With more, the connection is closed.
 */
export const mostUnreadBytes = 4 * 1024 * 1024;
/** The longest wait for them, in milliseconds. */
const longestWait = 1000;

/** The header of an answer that is sent before the whole body was read. */
export const closing = { connection: 'close' };

/**
 * Whether an unneeded body ends within these limits. True for a broken connection, which needs no
 * handling.
 *
 * @param read Reads the body, and calls `count` with the length of each piece. Resolves to true at
 * the end of the body, and to false once `count` returns that the limit is reached.
 */
export async function withinBounds(
  read: (count: (bytes: number) => boolean) => Promise<boolean>,
): Promise<boolean> {
  let bytes = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<false>((resolve) => {
    timer = setTimeout(() => resolve(false), longestWait);
  });
  try {
    return await Promise.race([read((more) => (bytes += more) <= mostUnreadBytes), late]);
  } catch {
    return true;
  } finally {
    clearTimeout(timer);
  }
}
