import { FfcError } from '../../core/errors.js';
import type { RequestType } from '../../events/request-events.js';
import type { RequestAnswer, RequestFields } from '../../parts/controls.js';
import { isMeantFor } from '../../parts/request.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { JoinOptions } from '../../state/types.js';

/** The methods of the room's element that requests call. */
export interface Requestable {
  /** Joins from any state of the room. */
  readonly join: (options: JoinOptions) => Promise<void>;
  /** Closes the room; asks first while a call runs. */
  readonly close: () => Promise<void>;
}

/**
 * The room's own answers, from the start. Those of a call are in `view-requests.ts`. A control
 * answers its own requests.
 */
const ownAnswers = ({ join, close }: Requestable) =>
  ({
    'ffc-join-request': (_, request) => join(joinOptions(request)),
    'ffc-leave-request': ({ store }) => store.leave(),
    'ffc-rooms-request': close,
  }) satisfies Partial<Record<RequestType, RequestAnswer>>;

/** Answers by the type of the request. */
type Answers = Readonly<Record<string, RequestAnswer>>;

/**
 * The answered requests. A request that bubbles through a further room was meant for the inner one.
 */
const answered = new WeakSet<Event>();

/** Answers the requests of parts, after every listener has had the chance to cancel them. */
export class RoomRequests {
  readonly #room: RoomHandle;
  /** The answers of the controls. */
  readonly #answers = new Map<string, RequestAnswer>();
  /** The room's own answers, for requests that no control answers. */
  readonly #ownAnswers = new Map<string, RequestAnswer>();

  constructor(room: RoomHandle, requestable: Requestable) {
    this.#room = room;
    this.addOwn(ownAnswers(requestable));
  }

  /** Adds the answers of a control. A newer answer to the same request replaces the former one. */
  add(answers: Answers = {}): void {
    this.#listen(answers);
    for (const [type, answer] of Object.entries(answers)) this.#answers.set(type, answer);
  }

  /** Adds the room's own answers, for requests that no control answers. */
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
      // The store has put a failure into its state and emitted `ffc-error`.
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
