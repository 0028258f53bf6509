/**
 * The parts of the elements that other elements are made of. Whoever draws one forwards all of
 * them, so that a page can style `ffc-room::part(name)`. `npm run manifest:check` holds each list
 * against the doc block of its element.
 */
export const tileParts = [
  'tile',
  'video',
  'avatar',
  'name',
  'role',
  'hand',
  'reaction',
  'badge',
  'level',
  'stalled',
  'quality',
] as const;

export const stageParts = [
  'stage',
  'screen-slot',
  'tiles',
  'hint',
  'message',
  'pager',
  'elsewhere',
  'share-bar',
  'tile-menu',
  'muted-for-me',
  'menu',
  'person-choice',
  'person-volume',
  'button',
  ...tileParts,
] as const;

export const prejoinParts = [
  'recording-consent',
  'prejoin-form',
  'greeting',
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
