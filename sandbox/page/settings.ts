import type { Language } from './words.js';

export type Theme = 'light' | 'dark' | 'auto';

/** The features that the page turns on only if asked, by their attribute or slot. */
export const tryOuts = ['invite-url', 'power-saver', 'data-saver', 'screen', 'layout'] as const;

export type TryOut = (typeof tryOuts)[number];

/** The settings in the page's address. */
export interface Settings {
  /** `appUserId` of this tab's user; undefined: not chosen yet. */
  readonly user: string | undefined;
  /** Id of the room to open. */
  readonly room: string | undefined;
  readonly lang: Language;
  readonly theme: Theme;
  readonly tryOuts: readonly TryOut[];
}

export function readSettings(search: string): Settings {
  const query = new URLSearchParams(search);
  const theme = query.get('theme');
  const asked = query.get('try')?.split(' ') ?? [];
  return {
    user: query.get('user') ?? undefined,
    room: query.get('room') ?? undefined,
    lang: query.get('lang') === 'ko' ? 'ko' : 'en',
    theme: theme === 'light' || theme === 'dark' ? theme : 'auto',
    tryOuts: tryOuts.filter((name) => asked.includes(name)),
  };
}

/** The address of the page with these settings. */
export function addressOf({ user, room, lang, theme, tryOuts }: Settings): string {
  const query = new URLSearchParams();
  if (user) query.set('user', user);
  if (room) query.set('room', room);
  if (lang !== 'en') query.set('lang', lang);
  if (theme !== 'auto') query.set('theme', theme);
  if (tryOuts.length > 0) query.set('try', tryOuts.join(' '));
  return `/?${query.toString()}`;
}
