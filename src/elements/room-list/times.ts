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
  let locale: string | undefined;
  try {
    [locale] = Intl.getCanonicalLocales(lang);
  } catch {
    // An invalid tag, such as `en_US`, which is a common mistake.
  }
  const dates = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const distances = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return (iso) => {
    const time = Date.parse(iso);
    if (Number.isNaN(time)) return undefined;
    const full = dates.format(time);
    const distance = time - now;
    const size = Math.abs(distance);
    const short =
      size >= 24 * hour
        ? full
        : size >= hour
          ? distances.format(Math.round(distance / hour), 'hour')
          : size >= minute
            ? distances.format(Math.trunc(distance / minute), 'minute')
            : // “now”: Korean’s “this minute” is unusual.
              distances.format(0, 'second');
    return { short, full };
  };
}
