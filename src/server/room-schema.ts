import { is, object, type Schema } from '../api/parsing.js';
import { count, isObject, maybe, maybeText, parse, readPage, room } from '../api/schema.js';
import type { Logger } from '../core/logger.js';
import type { ServerPage, ServerRoom } from './types.js';

/** What a room of the service has, and the elements do not read. */
const more = object({
  app: maybe(object({ id: count, name: maybeText, state: maybeText })),
  channel: maybe(object({ id: count, channelState: maybeText, name: maybeText })),
  creatorType: maybeText,
  creatorId: maybe(count),
  lastSessionNo: maybe(count),
});

const serverRoom: Schema<ServerRoom> = (value, onFault) => ({
  ...room(value, onFault),
  ...more(value, onFault),
});

/** The counts of a page are made anew, as entries that make no sense are left out. */
const paging = object({ pageable: maybe(is(isObject)), sort: maybe(is(isObject)) });

/** Each takes the text of an answer and throws an `FfcError` `invalid-response`. */
export const readServerRoom = (answer: string): ServerRoom => parse(serverRoom, answer, 'a room');

export function readServerRoomPage(answer: string, logger: Logger): ServerPage<ServerRoom> {
  const page = readPage(serverRoom, answer, 'room', logger);
  return { ...withCounts(page), ...definedOf(parse(paging, answer, 'a page of rooms')) };
}

/** A page whose counts are those of what it holds. */
export function withCounts<P extends { readonly content: readonly unknown[] }>(page: P) {
  const { length } = page.content;
  return { ...page, numberOfElements: length, empty: length === 0 };
}

function definedOf({ pageable, sort }: ReturnType<typeof paging>) {
  return { ...(pageable && { pageable }), ...(sort && { sort }) };
}
