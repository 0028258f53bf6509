/** The number of characters that show at first, and that each click on *more* adds. */
const firstLength = 800;
const moreLength = 2000;
const firstLines = 24;

/**
 * An address of http or https, with paired brackets, and without the punctuation that ends a
 * sentence. An address with a user name does not match: that could disguise the host.
 */
const address =
  /(\bhttps?:\/\/(?![^\s/?#]*@)(?:\([^\s<>"'`()]*\)|[^\s<>"'`()])*(?:\([^\s<>"'`()]*\)|[^\s<>"'`().,;:!?…。、」』]))/iu;

/**
 * The beginning of a text: the layout of a huge text would block the page.
 *
 * @param more The number of clicks on *more*.
 */
export function beginningOf(text: string, more = 0): string {
  const start = text.slice(0, firstLength + more * moreLength);
  const shown = more > 0 ? start : start.split('\n', firstLines).join('\n');
  // Removes half of a surrogate pair at the end.
  return shown.replace(/[\uD800-\uDBFF]$/u, '');
}

/**
 * Splits a text into plain text and addresses, in turn.
 *
 * @param isCut Whether the text is cut off: then an address at its end is no link, as half of it
 *   would lead elsewhere.
 */
export function piecesOf(text: string, isCut: boolean): readonly string[] {
  const pieces = text.split(address);
  if (!isCut || /\s/u.test(pieces.at(-1) ?? '')) return pieces;
  return [...pieces.slice(0, -2), pieces.slice(-2).join('')];
}
