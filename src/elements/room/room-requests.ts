import { FfcError } from '../../core/errors.js';
import type { RequestType } from '../../events/request-events.js';
import type { RequestAnswer, RequestFields } from '../../parts/controls.js';
import { isMeantFor } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { JoinOptions } from '../../state/types.js';

/** What the room's element does for those who ask. */
export interface Requestable {
  /** Joins, whatever state the room is in. */
  readonly join: (options: JoinOptions) => Promise<void>;
  /** Closes the room; asks first while a call runs. */
  readonly close: () => Promise<void>;
}

/**
 * What a room answers without any control, from the start: what only a call can do is in
 * `view-requests.ts`. What a control alone asks for, the control itself answers.
 */
const ownAnswers = ({ join, close }: Requestable) =>
  ({
    'ffc-join-request': (_, request) => join(joinOptions(request)),
    'ffc-leave-request': ({ store }) => store.leave(),
    'ffc-rooms-request': close,
  }) satisfies Partial<Record<RequestType, RequestAnswer>>;

/** A request that left its room through a room around it was meant for the inner one. */
const answered = new WeakSet<Event>();

/** Acts on what parts ask a room for, after everybody has had the chance to cancel it. */
export class RoomRequests {
  readonly #room: RoomHandle;
  readonly #answers = new Map<string, RequestAnswer>();

  constructor(room: RoomHandle, requestable: Requestable) {
    this.#room = room;
    this.add(ownAnswers(requestable));
  }

  /** Adds the answers of a control. A newer one for the same request replaces the one before. */
  add(answers: Readonly<Record<string, RequestAnswer>> = {}): void {
    for (const [type, answer] of Object.entries(answers)) {
      if (!this.#answers.has(type)) this.#room.host.addEventListener(type, this.#onRequest);
      this.#answers.set(type, answer);
    }
  }

  readonly #onRequest = (event: Event): void => {
    if (answered.has(event) || !isMeantFor(event, this.#room.host)) return;
    answered.add(event);
    queueMicrotask(() => {
      if (!event.defaultPrevented) void this.#act(event);
    });
  };

  async #act(request: Event): Promise<void> {
    try {
      await this.#answers.get(request.type)?.(this.#room, request as Event & RequestFields);
    } catch (thrown) {
      // A failure of the room is part of its state by now, and `ffc-error` told it.
      if (!(thrown instanceof FfcError)) reportError(thrown);
    }
  }
}

function joinOptions({ microphone, camera, displayName }: RequestFields): JoinOptions {
  return {
    ...(typeof microphone === 'boolean' && { microphone }),
    ...(typeof camera === 'boolean' && { camera }),
    ...(isText(displayName) && { displayName }),
  };
}

export function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}
