import type { AppUser } from '../app/users.js';
import { make } from './dom.js';
import { portrait } from './people.js';
import { addressOf, type Settings, type Theme } from './settings.js';
import { words, type Language } from './words.js';

export interface HeaderOptions {
  readonly users: readonly AppUser[];
  readonly settings: Settings;
  /** Called when the user changes the language or the theme. A reload would end a call. */
  readonly onChange: (changed: { lang: Language } | { theme: Theme }) => void;
}

const languages: Readonly<Record<Language, string>> = { en: 'English', ko: '한국어' };

/** The tools in the page's bar beside the product's name. */
export function headerTools({ users, settings, onChange }: HeaderOptions): HTMLElement {
  const { lang, theme } = settings;
  const say = words[lang];
  const language = choice('lang', say.language, languages, lang);
  language.addEventListener('change', () => onChange({ lang: language.value as Language }));
  const looks = choice('theme', say.theme, say.themeName, theme);
  looks.addEventListener('change', () => onChange({ theme: looks.value as Theme }));
  return make('div', { class: 'tools' }, language, looks, ...person(users, settings));
}

/** The tab's user, the other users, and a link that opens a tab as another user. */
function person(users: readonly AppUser[], settings: Settings): Node[] {
  const say = words[settings.lang];
  const me = users.find(({ appUserId }) => appUserId === settings.user);
  const others = users.filter((user) => user !== me);
  const [second] = others;
  if (!me || !second) return [];

  const link = (user: AppUser, attributes: Record<string, string>, ...content: (Node | string)[]) =>
    make(
      'a',
      { href: addressOf({ ...settings, user: user.appUserId }), ...attributes },
      ...content,
    );
  const secondTab = link(
    second,
    { class: 'second', target: '_blank' },
    say.secondTab(second.appUserName),
  );
  const summary = make(
    'summary',
    { 'aria-label': say.signedInAs(me.appUserName) },
    portrait(me),
    make('span', {}, me.appUserName),
  );
  const items = others.map((user) =>
    make('li', {}, link(user, {}, portrait(user), user.appUserName)),
  );
  const menu = make('div', { class: 'menu' }, make('h2', {}, say.switchUser));
  menu.append(make('ul', {}, ...items));
  return [secondTab, make('details', { class: 'me' }, summary, menu)];
}

function choice<V extends string>(
  name: string,
  label: string,
  names: Readonly<Record<V, string>>,
  current: V,
): HTMLSelectElement {
  const values = Object.keys(names) as V[];
  const options = values.map((value) => make('option', { value }, names[value]));
  const select = make('select', { name, 'aria-label': label }, ...options);
  select.value = current;
  return select;
}
