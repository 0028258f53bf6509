/**
 * The parts of the elements that other elements are made of. Whoever draws one forwards all of
 * them, so that a page can style `ffc-room::part(name)`. `npm run manifest:check` holds each list
 * against the doc block of its element.
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

/** The value of `exportparts` that forwards all of them. */
export function exportParts(names: readonly string[]): string {
  return names.join(', ');
}
