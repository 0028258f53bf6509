import type { AppRecord, RoomRecord } from './records.js';
import type { EmbedQuery } from './schemas.js';

/**
 * The address of a page that opens a room as one member, and carries that member's login answer.
 * Its form is documented. The path of the call that gives the address, and the field's name, are
 * assumed.
 */
export function embedUrl(
  base: string,
  app: AppRecord,
  room: RoomRecord,
  login: object,
  looks: Omit<EmbedQuery, 'appUserId'>,
): string {
  const url = new URL(`vicollo-apps/${app.id}/rooms/join/${room.uuid}`, base);
  url.searchParams.set('key', btoa(JSON.stringify(login)));
  for (const [name, value] of Object.entries(looks)) {
    if (value !== undefined) url.searchParams.set(name, value);
  }
  return url.href;
}
