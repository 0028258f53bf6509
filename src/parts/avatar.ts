/**
 * The initials of a name: two letters where the script has capitals, else one. Two letters of
 * Arabic would join, and two of Hangul read as another name. Empty for a name without letters.
 */
export function initialsOf(name: string): string {
  const letters = name
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''))
    .filter((word) => word !== '')
    .map((word) => firstGrapheme(word).toUpperCase());
  const [first = '', last = ''] = [letters.at(0), letters.slice(1).at(-1)];
  return hasCapitals(first) && hasCapitals(last) ? first + last : first;
}

function hasCapitals(letter: string): boolean {
  return letter !== letter.toLowerCase();
}

/** The hue of an identity, from 0 to 359: the same in all elements. */
export function hueOf(identity: string): number {
  let hash = 0;
  for (let index = 0; index < identity.length; index++) {
    hash = (Math.imul(hash, 31) + identity.charCodeAt(index)) | 0;
  }
  // Multiplies by the golden angle, so that user1 and user2 do not look alike.
  return Math.round((hash >>> 0) * 137.508) % 360;
}

let segmenter: Intl.Segmenter | undefined;

/** The first letter as readers see it: `é`, a flag and a family consist of several code points. */
function firstGrapheme(word: string): string {
  for (const { segment } of (segmenter ??= new Intl.Segmenter()).segment(word)) return segment;
  return '';
}
