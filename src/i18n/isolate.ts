/** Changes the direction of all that follows, or ends an isolation. */
const controls = /[\u202a-\u202e\u2066-\u2069]/g;
/** Hebrew, Arabic and other writings from right to left, with the mark that stands for them. */
const rightToLeft = /[\u0590-\u08ff\u200f\ufb1d-\ufdff\ufe70-\ufefe\ud802\ud803\ud83a\ud83b]/;

/**
 * A name as a piece of a sentence that runs from left to right: neither of them moves the pieces of
 * the other, whatever the name is written in. Other names stay as they are, without marks that
 * nobody sees but whoever copies or searches the text.
 */
export function isolate(name: string): string {
  const plain = name.replace(controls, '');
  return rightToLeft.test(plain) ? `\u2068${plain}\u2069` : plain;
}
