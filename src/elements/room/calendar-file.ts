import type { VideoRoom } from '../../api/types.js';

/** The length of a calendar entry: the service has no planned end of a room. */
const duration = 'PT1H';

/**
 * Creates a calendar file (RFC 5545) for a scheduled room. It contains the title, the description
 * and the time, but nothing that gives access: no password, no token, no address of the page.
 *
 * @param now The time of the file's creation, in milliseconds since 1970.
 */
export function calendarFile(room: VideoRoom, startsAt: number, now: number): string {
  const { uuid, id, title, description } = room;
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//ffc-elements//EN',
    'BEGIN:VEVENT',
    `UID:${escape(String(uuid || id))}@ffc-elements`,
    `DTSTAMP:${timeOf(now)}`,
    `DTSTART:${timeOf(startsAt)}`,
    `DURATION:${duration}`,
    ...(title ? [`SUMMARY:${escape(title)}`] : []),
    ...(description ? [`DESCRIPTION:${escape(description)}`] : []),
    'END:VEVENT',
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

/** Offers a text as a file to download. */
export function saveFile(name: string, text: string, document: Document): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has started to read the file by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** Formats a time in UTC, as `20310506T070809Z`. */
function timeOf(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** Escapes a text value, and removes characters that the format forbids. */
function escape(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
}

/**
 * Folds a line after at most 75 bytes. Each continuation begins with a space, and no character is
 * split.
 */
function fold(line: string): string {
  const encoder = new TextEncoder();
  let folded = '';
  let bytes = 0;
  for (const character of line) {
    const size = encoder.encode(character).length;
    if (bytes + size > 75) {
      folded += '\r\n ';
      bytes = 1;
    }
    folded += character;
    bytes += size;
  }
  return folded;
}
