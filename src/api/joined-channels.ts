const joined = new WeakMap<object, Set<number>>();

/**
 * Returns the ids of the rooms whose channels a client has joined and not left, for all calls that
 * share the client. They are known only as long as the page, as the service lists them nowhere.
 */
export function joinedChannels(client: object): Set<number> {
  let rooms = joined.get(client);
  if (!rooms) joined.set(client, (rooms = new Set()));
  return rooms;
}
