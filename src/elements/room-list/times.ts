/** A time in words, and in full. */
export interface TimeWords {
  readonly short: string;
  readonly full: string;
}

const minute = 60_000;
const hour = 60 * minute;

/**
 * Formats times in a language: those within a day as a distance (“2 hours ago”), all others as a
 * date. Undefined for an invalid time. For an invalid language tag it uses the browser's own.
 */
export function timeWords(lang: string, now: number): (iso: string) => TimeWords | undefined {
  const locale = isLocale(lang) ? lang : undefined;
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (iso) => {
    const time = Date.parse(iso);
    if (Number.isNaN(time)) return undefined;
    const full = dates.format(time);
    const distance = time - now;
    const size = Math.abs(distance);
    if (size >= 24 * hour) return { short: full, full };
    return { short: distanceIn(distances, distance), full };
  };
}

function distanceIn(words: Intl.RelativeTimeFormat, distance: number): string {
  const size = Math.abs(distance);
  if (size >= hour) return words.format(Math.round(distance / hour), 'hour');
  if (size >= minute) return words.format(Math.trunc(distance / minute), 'minute');
  // “now”: Korean’s “this minute” is unusual.
  return words.format(0, 'second');
}

function isLocale(lang: string): boolean {
  try {
    return Intl.getCanonicalLocales(lang).length > 0;
  } catch {
    // An invalid tag, such as `en_US`, which is a common mistake.
    return false;
  }
}
