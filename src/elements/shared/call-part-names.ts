/** The parts of what draws a call, as those of `part-names.ts`: a preview loads without them. */
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
