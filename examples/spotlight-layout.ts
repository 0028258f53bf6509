import { type LayoutItem, registerLayout } from 'ffc-elements/parts';

/** The rank of an item: pinned items come first, then screens and slots, then speakers. */
const rank = ({ kind, weight }: LayoutItem): number =>
  (weight.pinned ? 4 : 0) + (kind === 'camera' ? 0 : 2) + (weight.speaking ? 1 : 0);

/**
 * A custom layout for `<ffc-room layout="spotlight">`: one large picture, and a row of small ones
 * below it.
 */
registerLayout('spotlight', (items, { width, height, gap, aspectRatio }) => {
  const [first, ...others] = [...items].sort((a, b) => rank(b) - rank(a));
  if (!first) return [];
  const each = Math.min(160, width / Math.max(1, others.length) - gap);
  const row = others.length ? each / aspectRatio + gap : 0;
  return [
    { item: first, x: 0, y: 0, width, height: height - row },
    ...others.map((item, n) => ({
      item,
      x: n * (each + gap),
      y: height - row + gap,
      width: each,
      height: each / aspectRatio,
    })),
  ];
});
