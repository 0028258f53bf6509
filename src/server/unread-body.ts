/** More of a body is not read only to keep a connection: then it is closed. */
export const mostUnreadBytes = 4 * 1024 * 1024;
/** Nor is it waited for longer, in milliseconds. */
const longestWait = 1000;

/** A connection header for an answer that comes before all of the body was read. */
export const closing = { connection: 'close' };

/**
 * Whether a body that nobody wants ends within the bounds. A connection that broke needs no care.
 *
 * @param read Reads to the end of the body, and gives true then; false when `count`, which it
 * tells the length of each piece, says that it is enough.
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
