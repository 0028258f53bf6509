/** What is shown of a text at first, and how much more with each wish for more. */
const firstLength = 800;
const moreLength = 2000;
const firstLines = 24;
/** Links beyond these are text: each of them is an element. */
const maxLinks = 40;

const address = /\bhttps?:\/\/[^\s<>"'`]{1,2000}/giu;
/** What ends a sentence is not of the address. */
const trailing = /[.,;:!?…。、」』]+$/u;

/**
 * The beginning of a text: laying out all of a huge one would stop everything else.
 *
 * @param more How often more of it was wanted.
 */
export function beginningOf(text: string, more: number): string {
  const start = text.slice(0, firstLength + more * moreLength);
  const shown = more > 0 ? start : start.split('\n', firstLines).join('\n');
  // Half of a character is none.
  return shown.replace(/[\uD800-\uDBFF]$/u, '');
}

/**
 * Cuts a text into what is plain and what is an address: plain text and addresses take turns.
 *
 * @param isCut The text goes on after its end.
 */
export function piecesOf(text: string, isCut: boolean): readonly string[] {
  const pieces: string[] = [];
  let end = 0;
  for (const { 0: found, index } of text.matchAll(address)) {
    // Half of an address would lead elsewhere.
    if (pieces.length > 2 * maxLinks || (isCut && index + found.length === text.length)) break;
    const shown = withoutTrailing(found);
    if (!isSafe(shown)) continue;
    pieces.push(text.slice(end, index), shown);
    end = index + shown.length;
  }
  return [...pieces, text.slice(end)];
}

function withoutTrailing(found: string): string {
  const shown = found.replace(trailing, '');
  const closes = shown.endsWith(')') && !shown.includes('(');
  return closes ? withoutTrailing(shown.slice(0, -1)) : shown;
}

function isSafe(text: string): boolean {
  try {
    const { username, password } = new URL(text);
    // A name before the host makes one place look like another.
    return !username && !password;
  } catch {
    return false;
  }
}
