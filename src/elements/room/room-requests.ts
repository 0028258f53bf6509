import { FfcError } from '../../core/errors.js';
import type { RequestType } from '../../events/request-events.js';
import type { RequestAnswer, RequestFields } from '../../parts/controls.js';
import { isMeantFor } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { JoinOptions } from '../../state/types.js';

/** The intents of the room's element that requests lead to. */
export interface Requestable {
  /** Joins, whatever state the room is in. */
  readonly join: (options: JoinOptions) => Promise<void>;
  /** Closes the room; asks first while a call runs. */
  readonly close: () => Promise<void>;
}

/**
 * The answers of a room that belong to no control, from the start. Those of a call are in
 * `view-requests.ts`; a control answers its own request.
 */
const ownAnswers = ({ join, close }: Requestable) =>
  ({
    'ffc-join-request': (_, request) => join(joinOptions(request)),
    'ffc-leave-request': ({ store }) => store.leave(),
    'ffc-rooms-request': close,
  }) satisfies Partial<Record<RequestType, RequestAnswer>>;

/** By the type of the request. */
type Answers = Readonly<Record<string, RequestAnswer>>;

/** A request that left its room through a room around it was meant for the inner one. */
const answered = new WeakSet<Event>();

/** Acts on what parts ask a room for, after everybody has had the chance to cancel it. */
export class RoomRequests {
  readonly #room: RoomHandle;
  /** Of the controls. */
  readonly #answers = new Map<string, RequestAnswer>();
  /** For what no control answers. */
  readonly #ownAnswers = new Map<string, RequestAnswer>();

  constructor(room: RoomHandle, requestable: Requestable) {
    this.#room = room;
    this.addOwn(ownAnswers(requestable));
  }

  /** Adds the answers of a control. A newer one for the same request replaces the one before. */
  add(answers: Answers = {}): void {
    this.#listen(answers);
    for (const [type, answer] of Object.entries(answers)) this.#answers.set(type, answer);
  }

  /** Adds answers of the room, for requests that no control answers. */
  addOwn(answers: Answers = {}): void {
    this.#listen(answers);
    for (const [type, answer] of Object.entries(answers)) this.#ownAnswers.set(type, answer);
  }

  #listen(answers: Answers): void {
    for (const type of Object.keys(answers)) {
      if (this.#answerOf(type)) continue;
      this.#room.host.addEventListener(type, this.#onRequest);
    }
  }

  #answerOf(type: string): RequestAnswer | undefined {
    return this.#answers.get(type) ?? this.#ownAnswers.get(type);
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
      await this.#answerOf(request.type)?.(this.#room, request as Event & RequestFields);
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
