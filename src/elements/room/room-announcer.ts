import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { RoomPhase, RoomStore } from '../../state/types.js';
import type { AnnounceLevel } from './room-options.js';

/** Long enough to hear of people that come together in one sentence, short enough to be news. */
const batchMilliseconds = 500;
/** More people than this are counted, not named; older news than this is not told. */
const namesAtMost = 3;

interface AnnouncerOptions {
  readonly level: () => AnnounceLevel;
  readonly messages: () => RoomMessages;
}

/** What waits to be said. */
interface News {
  /** Of the room itself; empty: nothing. A state that is over by then is not news. */
  readonly status: string;
  readonly joined: readonly string[];
  readonly left: readonly string[];
  readonly sentences: readonly string[];
}

const noNews: News = { status: '', joined: [], left: [], sentences: [] };

/** What is said in the room's polite live region: changes only, never what was there before. */
export class RoomAnnouncer implements ReactiveController {
  /** The text of the region. */
  text = '';

  readonly #host: ReactiveControllerHost;
  readonly #options: AnnouncerOptions;
  #news = noNews;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, store: RoomStore, options: AnnouncerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);

    let before: RoomPhase['state'] = 'idle';
    const follow = (phase: RoomPhase): void => {
      this.#add({ status: this.#statusOf(phase, before) });
      before = phase.state;
    };
    store.phase.subscribe(follow);
    // A room without a preview may be joining by now.
    follow(store.phase.getSnapshot());
    const inCall = (): boolean => before === 'connected';
    store.on('participant-joined', ({ participant: { name, isLocal }, initial }) => {
      if (!initial && !isLocal && inCall()) this.#add({ joined: [...this.#news.joined, name] });
    });
    store.on('participant-left', ({ participant: { name, isLocal } }) => {
      if (!isLocal && inCall()) this.#add({ left: [...this.#news.left, name] });
    });
    for (const type of ['track-muted', 'track-unmuted'] as const) {
      store.on(type, ({ participant: { name, isLocal }, track }) => {
        if (isLocal || track.source !== 'microphone' || options.level() !== 'all') return;
        const { muted, unmuted } = options.messages();
        const sentence = (type === 'track-muted' ? muted : unmuted)(name);
        this.#add({ sentences: [...this.#news.sentences, sentence] });
      });
    }
  }

  /** Speaks a sentence about the room itself with the next news. */
  announce(status: string): void {
    this.#add({ status });
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#news = noNews;
    this.text = '';
  }

  #statusOf(phase: RoomPhase, before: RoomPhase['state']): string {
    const messages = this.#options.messages();
    switch (phase.state) {
      case 'connecting':
        return messages.connecting;
      case 'reconnecting':
        return phase.kind === 'full' ? messages.reconnectingFull : messages.reconnectingSignal;
      case 'connected':
        return before === 'reconnecting' ? messages.reconnected : '';
      case 'ended':
        return messages.endedTitle;
      case 'removed':
        return phase.reason === 'removed' ? messages.removedTitle : messages.duplicateTitle;
      default:
        return '';
    }
  }

  #add(facts: Partial<News>): void {
    if (this.#options.level() === 'none') return;
    this.#news = { ...this.#news, ...facts };
    if (this.#timer !== undefined || facts.status === '') return;
    // The same sentence again would be no change, and so would not be spoken.
    this.text = '';
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => this.#speak(), batchMilliseconds);
  }

  #speak(): void {
    const { joined, left } = this.#options.messages();
    const { status, sentences, ...people } = this.#news;
    this.text = [
      status,
      countOrName(people.joined, joined),
      countOrName(people.left, left),
      ...sentences.slice(-namesAtMost),
    ]
      .filter(Boolean)
      .join('. ');
    this.#timer = undefined;
    this.#news = noNews;
    this.#host.requestUpdate();
  }
}

function countOrName(names: readonly string[], words: RoomMessages['joined']): string {
  if (names.length === 0) return '';
  return words(names.length > namesAtMost ? [] : names, names.length);
}
