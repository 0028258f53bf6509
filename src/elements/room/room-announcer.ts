import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomPhase, RoomStore } from '../../state/types.js';
import type { ToldPhase } from './late-screens.js';
import type { AnnounceLevel } from './room-options.js';

/** The milliseconds within which people who join or leave are announced in one sentence. */
const batchMilliseconds = 500;
/** The most names in a sentence, and the most sentences. More people are only counted. */
const namesAtMost = 3;

/** Announces a text to screen readers. */
export type Say = (text: string) => void;

interface AnnouncerOptions {
  readonly level: () => AnnounceLevel;
  /** Whether the person only watches: then joins and leaves are not announced. */
  readonly isObserver: () => boolean;
  readonly messages: () => RoomMessages;
  /** The title of a screen. */
  readonly endTitle: (phase: ToldPhase) => string;
}

/** The content of the next announcement. */
interface News {
  /** The state of the room; empty for none. A newer state replaces it. */
  readonly status: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly raised: readonly string[];
  readonly sentences: readonly string[];
}

const noNews: News = { status: '', joined: [], left: [], raised: [], sentences: [] };

/**
 * Writes the text of the room's polite live region: changes only. Of the people who were there
 * before, only the number is said.
 */
export class RoomAnnouncer implements ReactiveController {
  /** The text of the region. */
  text = '';

  readonly #host: ReactiveControllerHost;
  readonly #options: AnnouncerOptions;
  #news = noNews;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost & { readonly isConnected: boolean },
    store: RoomStore,
    options: AnnouncerOptions,
  ) {
    this.#host = host;
    this.#options = options;
    host.addController(this);

    let before: RoomPhase['state'] = 'idle';
    const follow = (phase: RoomPhase): void => {
      // A change of the room's facts must not remove the news of the join. A room that is not on
      // the page has no words.
      if (!host.isConnected || (inCall() && phase.state === before)) return;
      const { identities, localIdentity } = store.roster.getSnapshot();
      const hasOthers = identities.some((identity) => identity !== localIdentity);
      const people = hasOthers ? identities.length : 0;
      this.#add({ status: this.#statusOf(phase, before, people) });
      before = phase.state;
    };
    const inCall = (): boolean => before === 'connected';
    store.phase.subscribe(follow);
    // A room without a preview may be joining by now.
    follow(store.phase.getSnapshot());
    const isTold = (): boolean => inCall() && !options.isObserver();
    store.on('participant-joined', ({ participant: { name, isLocal }, initial }) => {
      if (!initial && !isLocal && isTold()) this.#add({ joined: [...this.#news.joined, name] });
    });
    store.on('participant-left', ({ participant: { name, isLocal } }) => {
      if (!isLocal && isTold()) this.#add({ left: [...this.#news.left, name] });
    });
    const announceRecording = (recording: boolean): void => {
      const { recordingStarted, recordingStopped } = options.messages();
      this.announce(recording ? recordingStarted : recordingStopped);
    };
    store.on('recording-change', ({ recording }) => announceRecording(recording));
    // The call may have begun before this code loaded.
    if (inCall() && store.recording.getSnapshot()) announceRecording(true);
    for (const type of ['track-muted', 'track-unmuted'] as const) {
      store.on(type, ({ participant: { name, isLocal }, track }) => {
        if (isLocal || track.source !== 'microphone') return;
        const { muted, unmuted } = options.messages();
        this.announceAside((type === 'track-muted' ? muted : unmuted)(name));
      });
    }
  }

  /** Announces a state of the room with the next news. A newer state replaces it. */
  announceState(status: string): void {
    this.#add({ status });
  }

  /** Announces a sentence with the next news. */
  announce(sentence: string): void {
    this.#add({ sentences: [...this.#news.sentences, sentence] });
  }

  /** Announces a raised hand with the next news. */
  announceHand(name: string): void {
    this.#add({ raised: [...this.#news.raised, name] });
  }

  /** Announces a sentence about the participants, at the level `all`. */
  announceAside(sentence: string): void {
    if (this.#options.level() === 'all') this.announce(sentence);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#news = noNews;
    this.text = '';
  }

  #statusOf(phase: RoomPhase, before: RoomPhase['state'], people: number): string {
    const messages = this.#options.messages();
    switch (phase.state) {
      case 'connecting':
        return messages.connecting;
      case 'reconnecting':
        return phase.kind === 'full' ? messages.reconnectingFull : messages.reconnectingSignal;
      case 'connected':
        return before === 'reconnecting' ? messages.reconnected : messages.selfJoined(people);
      case 'waiting':
      case 'ended':
      case 'removed':
        return this.#options.endTitle(phase);
      default:
        return '';
    }
  }

  #add(facts: Partial<News>): void {
    if (this.#options.level() === 'none') return;
    this.#news = { ...this.#news, ...facts };
    if (this.#timer !== undefined || facts.status === '') return;
    // Screen readers speak only changes, so the same sentence needs an empty text before it.
    this.text = '';
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => this.#speak(), batchMilliseconds);
  }

  #speak(): void {
    const { joined, left, handsRaised } = this.#options.messages();
    const { status, sentences, ...people } = this.#news;
    this.text = [
      status,
      countOrName(people.joined, joined),
      countOrName(people.left, left),
      countOrName(people.raised, handsRaised),
      ...sentences.slice(-namesAtMost),
    ]
      .filter(Boolean)
      .join('. ')
      // Some sentences end with a full stop of their own.
      .replaceAll('.. ', '. ');
    this.#timer = undefined;
    this.#news = noNews;
    this.#host.requestUpdate();
  }
}

function countOrName(names: readonly string[], words: RoomMessages['joined']): string {
  if (names.length === 0) return '';
  return words(names.length > namesAtMost ? [] : names, names.length);
}
