/**
 * The parts of the elements of a call, as in `part-names.ts`. They are in a file of their own so
 * that a preview loads without them.
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
  'alone',
  'hint',
  'copy-link',
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
