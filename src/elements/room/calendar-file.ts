import type { VideoRoom } from '../../api/types.js';

/** The length of a calendar entry: the service knows no end of a room beforehand. */
const duration = 'PT1H';

/**
 * A room that is to start as a file for calendars (RFC 5545). It has title, description and time, and
 * nothing that lets anybody in: no password, no token, no address of the page.
 *
 * @param now When the file is made, in milliseconds since 1970.
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

/** Offers a text as a file. */
export function saveFile(name: string, text: string, document: Document): void {
  const url = URL.createObjectURL(new Blob([text], { type: 'text/calendar;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has begun to read it by then.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}

/** In UTC, as `20310506T070809Z`. */
function timeOf(time: number): string {
  return new Date(time).toISOString().replaceAll(/[-:]|\.\d+/g, '');
}

/** A text value; characters that no line may have are left out. */
function escape(text: string): string {
  return text
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll(/\r\n|[\n\r\u2028\u2029]/g, '\\n')
    .replaceAll(/[\p{Cc}\p{Cs}]/gu, '');
}

/** Lines of 75 bytes at most; what follows begins with a space. No character is cut in two. */
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
