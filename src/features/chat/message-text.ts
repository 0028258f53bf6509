/** The length of a text that shows at first, and that each click on *more* adds. */
const firstLength = 800;
const moreLength = 2000;
const firstLines = 24;

/**
 * An address of http or https, with brackets in pairs, and without what ends a sentence. A name
 * before the host makes one place look like another.
 */
const address =
  /(\bhttps?:\/\/(?![^\s/?#]*@)(?:\([^\s<>"'`()]*\)|[^\s<>"'`()])*(?:\([^\s<>"'`()]*\)|[^\s<>"'`().,;:!?…。、」』]))/iu;

/**
 * The beginning of a text: laying out all of a huge one would stop everything else.
 *
 * @param more How often more of it was wanted.
 */
export function beginningOf(text: string, more = 0): string {
  const start = text.slice(0, firstLength + more * moreLength);
  const shown = more > 0 ? start : start.split('\n', firstLines).join('\n');
  // Half of a character is none.
  return shown.replace(/[\uD800-\uDBFF]$/u, '');
}

/**
 * Cuts a text into what is plain and what is an address: plain text and addresses take turns.
 *
 * @param isCut The text goes on after its end: half of an address would lead elsewhere.
 */
export function piecesOf(text: string, isCut: boolean): readonly string[] {
  const pieces = text.split(address);
  if (!isCut || /\s/u.test(pieces.at(-1) ?? '')) return pieces;
  return [...pieces.slice(0, -2), pieces.slice(-2).join('')];
}
