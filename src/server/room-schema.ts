import { is, object } from '../api/parsing.js';
import { isObject, maybe, parse, readPage, room } from '../api/schema.js';
import type { Logger } from '../core/logger.js';
import type { ServerPage, ServerRoom } from './types.js';

/** The counts of a page are computed again, as invalid entries are left out. */
const paging = object({ pageable: maybe(is(isObject)), sort: maybe(is(isObject)) });

/** Takes the text of an answer; throws an `FfcError` `invalid-response`. */
export function readServerRoomPage(answer: string, logger: Logger): ServerPage<ServerRoom> {
  const page = readPage(room, answer, 'room', logger);
  return { ...withCounts(page), ...definedOf(parse(paging, answer, 'a page of rooms')) };
}

/** Returns a page with the counts of its content. */
export function withCounts<P extends { readonly content: readonly unknown[] }>(page: P) {
  const { length } = page.content;
  return { ...page, numberOfElements: length, empty: length === 0 };
}

function definedOf({ pageable, sort }: ReturnType<typeof paging>) {
  return { ...(pageable && { pageable }), ...(sort && { sort }) };
}
