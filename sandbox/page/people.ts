import type { AppUser } from '../app/users.js';
import { make } from './dom.js';
import { addressOf, type Settings } from './settings.js';
import type { Words } from './words.js';

/** A person's picture, or their initials. It is decoration: the name is always beside it. */
export function portrait({ appUserName, appUserProfileImgUrl }: AppUser): HTMLElement {
  if (appUserProfileImgUrl) {
    return make('img', { class: 'portrait', src: appUserProfileImgUrl, alt: '' });
  }
  const initials = appUserName.split(' ').map((word) => word.charAt(0));
  return make('span', { class: 'portrait', 'aria-hidden': 'true' }, initials.join(''));
}

/** The choice of this tab's user. */
export function choosePerson(users: readonly AppUser[], settings: Settings, words: Words): Node {
  const cards = users.map((user) => {
    const href = addressOf({ ...settings, user: user.appUserId });
    return make('li', {}, make('a', { href }, portrait(user), user.appUserName));
  });
  return make(
    'section',
    { class: 'choose' },
    make('h1', {}, words.whoAreYou),
    make('p', {}, words.whoAreYouHint),
    make('ul', {}, ...cards),
  );
}
