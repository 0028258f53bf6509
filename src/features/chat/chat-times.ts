/** Formats the times of a chat in a language. */
export interface ChatTimes {
  /** “10:24” */
  readonly time: (at: number) => string;
  /** “today”, “yesterday”, “Monday, 3 June 2024”. */
  readonly day: (at: number) => string;
}

/** Creates the formats of a language. For an invalid language tag it uses the browser's own. */
export function chatTimes(lang: string): ChatTimes {
  const locale = localeOf(lang);
  const time = new Intl.DateTimeFormat(locale, { timeStyle: 'short' });
  const date = new Intl.DateTimeFormat(locale, { dateStyle: 'full' });
  const near = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  return {
    time: (at) => time.format(at),
    day: (at) => {
      const days = dayNumber(at) - dayNumber(Date.now());
      return days === 0 || days === -1 ? near.format(days, 'day') : date.format(at);
    },
  };
}

/** The number of a day in the reader's time zone, where a day may have 23 or 25 hours. */
export function dayNumber(time: number): number {
  return Math.floor(time / 86_400_000 - new Date(time).getTimezoneOffset() / 1440);
}

function localeOf(lang: string): string | undefined {
  try {
    return Intl.getCanonicalLocales(lang)[0];
  } catch {
    // An invalid tag, such as `en_US`.
    return undefined;
  }
}
