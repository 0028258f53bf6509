import type { TokenValues } from './tokens.js';

/** A look that can be copied. */
export interface Theme {
  readonly name: string;
  readonly scheme: 'light' | 'dark';
  readonly values: TokenValues;
}

/** The default appearance, without any token. */
export const plainThemes: readonly Theme[] = [
  { name: 'As shipped, light', scheme: 'light', values: {} },
  { name: 'As shipped, dark', scheme: 'dark', values: {} },
];

/** Two complete themes, and a sample brand that is complete too. */
export const completeThemes: readonly Theme[] = [
  {
    name: 'Paper',
    scheme: 'light',
    values: {
      '--ffc-color-accent': '#7a3b12',
      '--ffc-color-on-accent': '#fffaf2',
      '--ffc-color-surface': '#fbf7ee',
      '--ffc-color-surface-raised': '#f2ebdc',
      '--ffc-color-on-surface': '#2b2318',
      '--ffc-color-muted': '#675b48',
      '--ffc-color-border': '#d9cdb6',
      '--ffc-color-danger': '#a8201a',
      '--ffc-color-on-danger': '#ffffff',
      '--ffc-color-success': '#2f6b3c',
      '--ffc-color-tile': '#e8dfcc',
      '--ffc-color-speaking': '#2f6b3c',
      '--ffc-call-surface': '#241d14',
      '--ffc-call-surface-raised': '#3a3022',
      '--ffc-call-on-surface': '#fbf7ee',
      '--ffc-call-muted': '#cbbfa9',
      '--ffc-call-border': '#5b4d38',
      '--ffc-call-tile': '#31281c',
      '--ffc-radius': '6px',
      '--ffc-gap': '10px',
      '--ffc-tile-radius': '6px',
      '--ffc-font': 'Georgia, "Noto Serif", "Noto Serif KR", serif',
      '--ffc-focus-ring': '3px solid #7a3b12',
    },
  },
  {
    name: 'Midnight',
    scheme: 'dark',
    values: {
      '--ffc-color-accent': '#7fd1e8',
      '--ffc-color-on-accent': '#06222b',
      '--ffc-color-surface': '#0d1526',
      '--ffc-color-surface-raised': '#172238',
      '--ffc-color-on-surface': '#e8eefb',
      '--ffc-color-muted': '#a3b1cc',
      '--ffc-color-border': '#34425e',
      '--ffc-color-danger': '#ff9a91',
      '--ffc-color-on-danger': '#3a0703',
      '--ffc-color-success': '#7fdca4',
      '--ffc-color-tile': '#1d2a44',
      '--ffc-color-speaking': '#7fdca4',
      '--ffc-call-surface': '#080e1b',
      '--ffc-call-surface-raised': '#1a2640',
      '--ffc-call-on-surface': '#e8eefb',
      '--ffc-call-muted': '#a3b1cc',
      '--ffc-call-border': '#34425e',
      '--ffc-call-tile': '#15203a',
      '--ffc-radius': '18px',
      '--ffc-gap': '12px',
      '--ffc-tile-radius': '18px',
      '--ffc-font': '"Avenir Next", "Segoe UI", "Noto Sans KR", sans-serif',
      '--ffc-focus-ring': '3px solid #7fd1e8',
    },
  },
  {
    name: 'Sample brand: Persimmon',
    scheme: 'light',
    values: {
      '--ffc-color-accent': '#b3380f',
      '--ffc-color-on-accent': '#ffffff',
      '--ffc-color-surface': '#ffffff',
      '--ffc-color-surface-raised': '#fdf1ea',
      '--ffc-color-on-surface': '#2a1510',
      '--ffc-color-muted': '#6f5148',
      '--ffc-color-border': '#eccfc0',
      '--ffc-color-danger': '#a1123f',
      '--ffc-color-on-danger': '#ffffff',
      '--ffc-color-success': '#19684a',
      '--ffc-color-tile': '#f7e2d6',
      '--ffc-color-speaking': '#b3380f',
      '--ffc-call-surface': '#1f100b',
      '--ffc-call-surface-raised': '#3b2118',
      '--ffc-call-on-surface': '#fff5ef',
      '--ffc-call-muted': '#dcbcae',
      '--ffc-call-border': '#6a4030',
      '--ffc-call-tile': '#2d1a13',
      '--ffc-radius': '24px',
      '--ffc-gap': '8px',
      '--ffc-tile-radius': '16px',
      '--ffc-font': '"Pretendard", "Noto Sans KR", "Segoe UI", sans-serif',
      '--ffc-focus-ring': '3px solid #b3380f',
    },
  },
];

/** The theme as a CSS rule to copy, for rooms, lists and the parts inside them. */
export function cssOf(scheme: Theme['scheme'], values: TokenValues): string {
  const lines = Object.entries(values).map(([name, value]) => `  ${name}: ${value};`);
  return [
    '/* A part outside of a room has the theme of what is around it: add its tag or a parent. */',
    'ffc-room,',
    'ffc-room-list {',
    `  color-scheme: ${scheme};`,
    ...lines,
    '}',
  ].join('\n');
}
