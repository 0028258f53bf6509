/** One or two letters that stand for a name in any script; nothing when it has none. */
export function initialsOf(name: string): string {
  const words = name
    .split(/\s+/u)
    .map((word) => word.replace(/^[^\p{L}\p{N}\p{Extended_Pictographic}]+/u, ''))
    .filter((word) => word !== '');
  const shown = words.length > 1 ? [words.at(0), words.at(-1)] : words;
  return shown
    .map((word = '') => firstGrapheme(word))
    .join('')
    .toUpperCase();
}

/** A hue from 0 to 359 that an identity keeps wherever it shows. */
export function hueOf(identity: string): number {
  let hash = 0;
  for (let index = 0; index < identity.length; index++) {
    hash = (Math.imul(hash, 31) + identity.charCodeAt(index)) | 0;
  }
  // By the golden angle, so that user1 and user2 do not look alike.
  return Math.round((hash >>> 0) * 137.508) % 360;
}

/** What a reader takes for one letter may be many code points: `é`, a flag, a family. */
function firstGrapheme(word: string): string {
  for (const { segment } of new Intl.Segmenter().segment(word)) return segment;
  return '';
}
