import type { ChannelJoinInput, MessageInput } from '../../api/channel-types.js';
import type { PushEvent } from '../../api/types.js';
import { createCell } from '../../core/cell.js';
import { Emitter } from '../../core/emitter.js';
import { FfcError, toFfcError } from '../../core/errors.js';
import type {
  ChatPhase,
  ChatServices,
  ChatStore,
  ChatStoreEvents,
  ChatStoreOptions,
} from '../chat-types.js';
import { isShown, MessageLog } from './message-log.js';

/**
 * An open chat, from `open()` until it is closed, left or replaced. All of its work ends with it.
 */
interface OpenChat {
  readonly roomId: number;
  readonly log: MessageLog;
  readonly lifetime: AbortController;
  readonly signal: AbortSignal;
  /** The running fetch of newer messages, and the one that follows it. */
  fetching: Promise<void>;
  nextFetch?: Promise<void> | undefined;
  /** The last send: the next message waits for it. */
  sent: Promise<void>;
  sending: number;
}

type Ready = Extract<ChatPhase, { state: 'ready' }>;

/**
 * Creates the store of one chat. Each fetch of newer messages requests the last page and merges it
 * with the known messages, so that a gap of any length costs one request.
 */
export function createChatStore(
  services: ChatServices,
  { pageSize: limit = 50, maxMessages = 500 }: ChatStoreOptions = {},
): ChatStore {
  const events = new Emitter<ChatStoreEvents>();
  const phase = createCell<ChatPhase>({ state: 'idle' });
  let chat: OpenChat | undefined;

  function end(): void {
    chat?.lifetime.abort();
    chat = undefined;
  }

  function begin(roomId: number): OpenChat {
    end();
    const lifetime = new AbortController();
    const { signal } = lifetime;
    const log = new MessageLog(maxMessages);
    const nothing = Promise.resolve();
    chat = { roomId, log, lifetime, signal, fetching: nothing, sent: nothing, sending: 0 };
    phase.set({ state: 'loading', roomId });
    return chat;
  }

  function current(): OpenChat {
    if (chat && phase.getSnapshot().state === 'ready') return chat;
    throw new FfcError({
      reason: 'invalid-state',
      stage: 'session',
      message: 'No chat is open.',
    });
  }

  /** Runs a step, and emits its failure once. After the end of the chat no failure is emitted. */
  async function step<T>({ signal }: OpenChat, work: () => Promise<T>): Promise<T> {
    try {
      signal.throwIfAborted();
      const result = await work();
      signal.throwIfAborted();
      return result;
    } catch (thrown) {
      const error = toFfcError(signal.aborted ? signal.reason : thrown, 'api');
      if (error.reason !== 'aborted') events.emit('error', { error });
      throw error;
    }
  }

  function show({ log, sending, roomId }: OpenChat, changes: Partial<Ready> = {}): void {
    const now = phase.getSnapshot();
    const { loadingOlder, stale } =
      now.state === 'ready' ? now : { loadingOlder: false, stale: undefined };
    phase.set({
      state: 'ready',
      roomId,
      ...log.content,
      loadingOlder,
      stale,
      sending: sending > 0,
      ...changes,
    });
  }

  function onPush(of: OpenChat, channelId: number, event: PushEvent): void {
    if (event.type === 'open' || event.type === 'gap') {
      // Ignores a failure: it was emitted.
      fetchNewer(of).catch(() => {});
    } else if (event.type === 'message') {
      const { message } = event;
      if (message.channelId !== channelId || !of.log.append(message)) return;
      if (phase.getSnapshot().state === 'ready') show(of);
      events.emit(isShown(message) ? 'message' : 'signal', { message });
    }
  }

  /** Runs one fetch at a time. A call during a fetch gets the next one, which may return more. */
  function fetchNewer(of: OpenChat): Promise<void> {
    const begin = (): Promise<void> => {
      of.nextFetch = undefined;
      return (of.fetching = step(of, () => fetchOnce(of)));
    };
    return (of.nextFetch ??= of.fetching.then(begin, begin));
  }

  async function fetchOnce(of: OpenChat): Promise<void> {
    const { log, roomId, signal } = of;
    signal.throwIfAborted();
    log.beginFetch();
    try {
      const page = await services.channels.listMessages(roomId, { limit }, { signal });
      signal.throwIfAborted();
      const isFirst = phase.getSnapshot().state === 'loading';
      const fresh = log.endFetch(page);
      show(of, { stale: undefined });
      if (!isFirst) for (const message of fresh) events.emit('message', { message });
    } catch (thrown) {
      const isReady = !signal.aborted && phase.getSnapshot().state === 'ready';
      if (isReady) show(of, { stale: toFfcError(thrown, 'api') });
      throw thrown;
    }
  }

  async function open(roomId: number, input?: ChannelJoinInput): Promise<void> {
    const of = begin(roomId);
    const { signal } = of;
    try {
      const { id } = await step(of, async () => {
        await services.channels.joinChannel(roomId, input, { signal });
        return services.channels.getChannel(roomId, { signal });
      });
      services.push?.subscribe((event) => onPush(of, id, event), { signal });
      await fetchNewer(of);
    } catch (thrown) {
      if (!signal.aborted) {
        of.lifetime.abort();
        phase.set({ state: 'failed', roomId, error: toFfcError(thrown, 'api') });
      }
      throw thrown;
    }
  }

  async function send(input: string | MessageInput): Promise<void> {
    const of = current();
    const { roomId, signal } = of;
    const message = typeof input === 'string' ? { message: input } : input;
    of.sending++;
    show(of);
    const begin = (): Promise<void> =>
      step(of, () => services.channels.sendMessage(roomId, message, { signal }));
    try {
      await (of.sent = of.sent.then(begin, begin));
      // The answer does not contain the message: a fetch or the event stream brings it.
      await fetchNewer(of).catch(() => {});
    } finally {
      of.sending--;
      if (!signal.aborted) show(of);
    }
  }

  async function loadOlder(): Promise<void> {
    const of = current();
    const { log, roomId, signal } = of;
    const now = phase.getSnapshot();
    const messageId = log.oldestId;
    if (messageId === undefined || now.state !== 'ready' || !now.hasOlder || now.loadingOlder) {
      return;
    }
    show(of, { loadingOlder: true });
    try {
      const query = { messageId, direction: 'BEFORE', limit } as const;
      log.prepend(
        messageId,
        await step(of, () => services.channels.listMessages(roomId, query, { signal })),
      );
    } finally {
      if (!signal.aborted) show(of, { loadingOlder: false });
    }
  }

  function close(): void {
    end();
    services.release?.();
    phase.set({ state: 'idle' });
  }

  return {
    phase,
    on: events.on.bind(events),
    open,
    refresh: async () => fetchNewer(current()),
    loadOlder,
    send,
    leave: async () => {
      const of = current();
      await step(of, () => services.channels.leaveChannel(of.roomId, of));
      close();
    },
    close,
  };
}
