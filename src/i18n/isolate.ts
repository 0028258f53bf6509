/** Hebrew, Arabic and other writings from right to left, and the marks that turn text around. */
const turning = /[\p{Bidi_C}\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * A name as a piece of a sentence that runs from left to right: neither of them moves the pieces of
 * the other, whatever the name is written in. Other names stay as they are, without marks that
 * nobody sees but whoever copies or searches the text.
 */
export function isolate(name: string): string {
  // A mark that ends the isolation is no part of a name.
  return turning.test(name) ? `\u2068${name.replaceAll('\u2069', '')}\u2069` : name;
}
