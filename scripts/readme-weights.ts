import { readFileSync, writeFileSync } from 'node:fs';

/** The markers around the table of weights in README. */
const [begin, end] = [
  '<!-- weights: `npm run size -- --readme` writes them -->\n',
  '<!-- /weights -->',
];

interface Weight {
  readonly what: string;
  readonly bytes: number;
}

/** Writes README's table of weights, in whole kB. `npm run format` aligns it. */
export function writeWeights(weights: readonly Weight[]): void {
  const readme = readFileSync('README.md', 'utf8');
  const [before, rest] = split(readme, begin);
  const [, after] = split(rest, end);
  const rows = weights.map(({ what, bytes }) => `| ${what} | ${Math.round(bytes / 1000)} kB |\n`);
  const table = `| to see | weight |\n| --- | --- |\n${rows.join('')}`;
  writeFileSync('README.md', `${before}${begin}\n${table}\n${end}${after}`);
}

/** The journeys whose weight is missing in README, or wrong by more than 1 kB. */
export function wrongWeights(weights: readonly Weight[]): readonly string[] {
  const [, rest] = split(readFileSync('README.md', 'utf8'), begin);
  const [table] = split(rest, end);
  const said = new Map(
    [...table.matchAll(/^\| (.+?) +\| (\d+) kB +\|$/gm)].map(([, what, kilobytes]) => [
      what,
      Number(kilobytes) * 1000,
    ]),
  );
  return weights
    .filter(({ what, bytes }) => !(Math.abs((said.get(what) ?? NaN) - bytes) <= 1000))
    .map(({ what }) => what);
}

function split(text: string, mark: string): readonly [string, string] {
  const at = text.indexOf(mark);
  if (at < 0) throw new Error(`README has no ${mark}`);
  return [text.slice(0, at), text.slice(at + mark.length)];
}
