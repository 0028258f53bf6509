import { type LayoutItem, registerLayout } from 'ffc-elements/parts';

/** Who stands in the light: whoever is pinned, else a screen or a slot, else whoever speaks. */
const rank = ({ kind, weight }: LayoutItem): number =>
  (weight.pinned ? 4 : 0) + (kind === 'camera' ? 0 : 2) + (weight.speaking ? 1 : 0);

/**
 * A layout of a page's own, for `<ffc-room layout="spotlight">`: one picture takes the stage, the
 * others stand in a row of small ones below it.
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
