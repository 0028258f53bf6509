import { type LayoutItem, registerLayout } from '../../src/parts/index.js';
import { words } from './words.js';

export const ownLayout = 'spotlight';

const rank = ({ kind, weight }: LayoutItem): number =>
  (weight.pinned ? 4 : 0) + (kind === 'camera' ? 0 : 2) + (weight.speaking ? 1 : 0);

/** Registers a layout of this page: one large picture, and a row of small ones below it. */
export function registerOwnLayout(): void {
  registerLayout(
    ownLayout,
    (items, { width, height, gap, aspectRatio }) => {
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
    },
    { label: ({ lang }) => words[lang === 'ko' ? 'ko' : 'en'].tryOutName.layout },
  );
}
