/** Hebrew, Arabic and other right-to-left scripts, and the marks that change the direction. */
const turning = /[\p{Bidi_C}\u0590-\u08ff\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u;

/**
 * Isolates a name for a sentence that runs from left to right, so that neither reorders the other.
 * A name without right-to-left text stays unchanged: invisible marks would disturb a copy of the
 * text, or a search in it.
 */
export function isolate(name: string): string {
  // A mark that ends an isolation must not be in the name: it would end this one.
  return turning.test(name) ? `\u2068${name.replaceAll('\u2069', '')}\u2069` : name;
}
