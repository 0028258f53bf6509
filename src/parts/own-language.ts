import { warnOnce } from '../core/logger.js';
import { findLanguage } from './locales.js';

/** The language that a person chose for a room, by the room's element. */
const chosen = new WeakMap<HTMLElement, string>();

/** Whether the page sets the language of a room in its markup. Then people cannot choose it. */
function hasPagesLanguage(host: HTMLElement): boolean {
  const lang = host.getAttribute('lang');
  return lang !== null && lang !== chosen.get(host);
}

/** Sets the language that a person chose for a room. Empty: the language of the page around it. */
export function speak(host: HTMLElement, tag: string): void {
  if (hasPagesLanguage(host)) return;
  if (tag === 'en' || findLanguage(tag)) {
    chosen.set(host, tag);
    host.lang = tag;
    return;
  }
  if (tag) warnOnce(`A person chose the language "${tag}", which has no words here.`);
  if (!chosen.delete(host)) return;
  host.removeAttribute('lang');
}
