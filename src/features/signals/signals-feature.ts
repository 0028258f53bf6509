import { FfcError, type FfcErrorReason } from '../../core/errors.js';
import { FfcHandChangeEvent } from '../../events/signal-events.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { signalTopic, signCells } from '../../parts/signs.js';
import { isHost } from '../../state/member.js';
import { isInCall } from '../../state/phase.js';
import type { RoomSignals } from '../../state/signal-types.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { Hands } from './hands.js';
import { ReactionShow } from './reaction-show.js';
import { isReaction, readSignal, type Signal } from './signal.js';

/**
 * The milliseconds after a join until the newcomer is notified of raised hands: it has to be ready,
 * and many may join at once.
 */
const tellLatecomersAfter = 500;

/**
 * Raised hands, reactions, and requests of hosts to mute, as messages of the call. The server does
 * not store them. So each browser with a raised hand notifies those who join later.
 */
export function createFeature(room: RoomHandle, signal: AbortSignal): RoomSignals {
  const { store, host } = room;
  const cells = signCells(room);
  const hands = new Hands();
  const show = new ReactionShow(room, cells.reactions);
  let sending: Promise<unknown> = Promise.resolve();
  let latecomers: string[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;

  const local = (): ParticipantSnapshot => {
    const { localIdentity } = store.roster.getSnapshot();
    const self = room.isInCall && localIdentity ? store.participant(localIdentity) : undefined;
    return self?.getSnapshot() ?? fail('invalid-state', 'There is no call.');
  };
  const send = async (message: Signal, to?: readonly string[]): Promise<void> => {
    const { session } = store;
    if (!session || !room.isInCall) fail('invalid-state', 'There is no call.');
    await session.sendText(JSON.stringify(message), { topic: signalTopic, ...(to && { to }) });
  };
  const setHand = (participant: ParticipantSnapshot, order: number | undefined): void => {
    const { identity } = participant;
    const raised = order !== undefined;
    if (!(raised ? hands.raise(identity, order) : hands.lower(identity))) return;
    cells.hands.set(hands.identities);
    const place = raised ? hands.identities.indexOf(identity) + 1 : undefined;
    host.dispatchEvent(new FfcHandChangeEvent({ participant, raised, order: place }));
  };
  /** The signal of the local hand, while it is raised. */
  const ownHand = (): Signal | undefined => {
    const order = hands.orderOf(store.roster.getSnapshot().localIdentity ?? '');
    return order === undefined ? undefined : { type: 'hand', raised: true, order };
  };
  const announceHand = (to?: readonly string[]): void => {
    const hand = ownHand();
    // Ignores a failure: the newcomer has left again, or the call has ended.
    if (hand) send(hand, to).catch(() => {});
  };
  const changeHand = async (on: boolean): Promise<void> => {
    if ((ownHand() !== undefined) === on) return void local();
    const order = on ? hands.next : undefined;
    cells.isPending.set(true);
    try {
      await send(
        order === undefined
          ? { type: 'hand', raised: false }
          : { type: 'hand', raised: true, order },
      );
      setHand(local(), order);
    } finally {
      cells.isPending.set(false);
    }
  };
  const clear = (): void => {
    clearTimeout(timer);
    timer = undefined;
    latecomers = [];
    hands.clear();
    show.clear();
    cells.hands.set(hands.identities);
  };

  let wasLost = false;
  store.phase.subscribe(
    (phase) => {
      if (!isInCall(phase.state)) clear();
      // For the others this is a new participant, whose hand is down.
      else if (phase.state === 'connected' && wasLost) announceHand();
      wasLost = phase.state === 'reconnecting' && phase.kind === 'full';
    },
    { signal },
  );
  store.on(
    'participant-joined',
    ({ participant: { identity, isLocal }, initial }) => {
      if (isLocal || initial || !ownHand()) return;
      latecomers.push(identity);
      timer ??= setTimeout(() => {
        timer = undefined;
        announceHand(latecomers.splice(0));
      }, tellLatecomersAfter);
    },
    { signal },
  );
  store.on('participant-left', ({ participant }) => setHand(participant, undefined), { signal });
  signal.addEventListener('abort', clear, { once: true });

  return {
    setHandRaised(on) {
      // One after the other, so that the others receive the last choice last.
      const change = sending.then(() => changeHand(on));
      sending = change.catch(() => {});
      return change;
    },
    async sendReaction(name) {
      if (!isReaction(name)) fail('invalid-request', `There is no reaction "${name}".`);
      const { identity } = local();
      if (!show.allows(identity)) fail('rate-limited', 'Five reactions a second are enough.');
      await send({ type: 'reaction', name });
      show.add(local(), name);
    },
    async askToMute(identity) {
      if (!isHost(local().member)) fail('forbidden', 'Only a host may ask others to mute.');
      await send({ type: 'mute' }, identity === undefined ? undefined : [identity]);
    },
    receive({ participant, text }) {
      const message = participant && room.isInCall ? readSignal(text) : undefined;
      if (!participant || !message) return;
      if (message.type === 'hand') setHand(participant, message.raised ? message.order : undefined);
      else if (message.type === 'reaction') {
        if (show.allows(participant.identity)) show.add(participant, message.name);
      } else if (isHost(participant.member)) mute(room, participant);
    },
  };
}

/** Mutes the microphone on a host's request. Only the person can turn it on again. */
function mute(room: RoomHandle, { name }: ParticipantSnapshot): void {
  const { controls, intended } = room.store;
  const { enabled, pending } = controls.getSnapshot().microphone;
  if (!enabled && !(pending && intended.getSnapshot().microphone)) return;
  // The store puts a failure into its state and emits `ffc-error`.
  room.store.setMicrophoneEnabled(false).then(
    () => {
      const { mutedBy } = signCells(room);
      mutedBy.set(undefined);
      mutedBy.set(name);
    },
    () => {},
  );
}

function fail(reason: FfcErrorReason, message: string): never {
  const retryable = reason === 'rate-limited';
  throw new FfcError({ reason, stage: 'session', message, retryable });
}
