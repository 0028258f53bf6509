import assert from 'node:assert/strict';
import type { Person } from './cast.js';
import { target } from './target.js';

/** A push event, with the fields that the tests look at. */
export interface PushEvent {
  /** The id of the event in the stream. Another stream can continue after it. */
  readonly id: string;
  readonly origin: string;
  readonly type: string;
  readonly message: string | null;
  readonly customType: string | null;
  readonly customData: {
    readonly type?: string;
    readonly videoRoomId?: number;
    readonly videoRoomState?: string;
  } | null;
}

/** Opens a person's stream of push events, which continues after the event with the given id. */
export async function listen({ token }: Person, lastEventId?: string) {
  const client = new AbortController();
  const query =
    lastEventId === undefined ? '' : `?Last-Event-ID=${encodeURIComponent(lastEventId)}`;
  const response = await target.fetch(
    new Request(`${target.memberUrl}/v2/members/me/event-sources${query}`, {
      headers: { Authorization: `Bearer ${token}`, Accept: 'text/event-stream' },
      signal: client.signal,
    }),
  );
  assert.equal(response.status, 200);
  assert.match(response.headers.get('Content-Type') ?? '', /^text\/event-stream/);
  assert.ok(response.body);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  let text = '';

  /** Resolves with the next event of any kind. */
  const read = async (): Promise<PushEvent> => {
    for (;;) {
      const end = /\r?\n\r?\n/.exec(text);
      if (!end) {
        const { done, value } = await reader.read();
        assert.ok(!done, 'The stream ended.');
        text += value;
        continue;
      }
      const block = text.slice(0, end.index);
      text = text.slice(end.index + end[0].length);
      const data = /^data: ?(.*)$/m.exec(block)?.[1];
      // A heartbeat is not an event.
      if (!data?.startsWith('{')) continue;
      const id = /^id: ?(.*)$/m.exec(block)?.[1] ?? '';
      return { ...(JSON.parse(data) as PushEvent), id };
    }
  };

  return {
    /** Resolves with the next wanted event, and ignores the app's other events. */
    async next(wanted: (event: PushEvent) => boolean): Promise<PushEvent> {
      for (;;) {
        const event = await read();
        if (wanted(event)) return event;
      }
    },
    async close(): Promise<void> {
      await reader.cancel();
      client.abort();
    },
  };
}
