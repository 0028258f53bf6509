/**
 * The parts of the elements that are inside of other elements. The outer element forwards all of
 * them, so that a page can style `ffc-room::part(name)`. `npm run manifest:check` compares each
 * list with the doc block of its element.
 */
export const prejoinParts = [
  'recording-consent',
  'prejoin-form',
  'greeting',
  'who-is-here',
  'preview',
  'video',
  'title',
  'problem',
  'level',
  'permission-help',
  'connection-check',
  'button',
  'input',
] as const;

/** The value of `exportparts` that forwards all of the names. */
export function exportParts(names: readonly string[]): string {
  return names.join(', ');
}
