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

/** What is said in the room's polite live region: changes only, never what was there before. */
export class RoomAnnouncer implements ReactiveController {
  /** The text of the region. */
  text = '';

  readonly #host: ReactiveControllerHost;
  readonly #options: AnnouncerOptions;
  #joined: string[] = [];
  #left: string[] = [];
  #said: string[] = [];
  #status = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(host: ReactiveControllerHost, store: RoomStore, options: AnnouncerOptions) {
    this.#host = host;
    this.#options = options;
    host.addController(this);

    let before = store.phase.getSnapshot().state;
    store.phase.subscribe((phase) => {
      this.#onPhase(phase, before);
      before = phase.state;
    });
    const inCall = (): boolean => store.phase.getSnapshot().state === 'connected';
    store.on('participant-joined', ({ participant, initial }) => {
      if (!initial && !participant.isLocal && inCall()) this.#add(this.#joined, participant.name);
    });
    store.on('participant-left', ({ participant }) => {
      if (!participant.isLocal && inCall()) this.#add(this.#left, participant.name);
    });
    const onMuted = (muted: boolean) => {
      return ({ participant, track }: { participant: Named; track: { source: string } }): void => {
        if (participant.isLocal || track.source !== 'microphone') return;
        const { muted: off, unmuted: on } = this.#options.messages();
        if (this.#options.level() === 'all')
          this.#add(this.#said, (muted ? off : on)(participant.name));
      };
    };
    store.on('track-muted', onMuted(true));
    store.on('track-unmuted', onMuted(false));
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#joined = [];
    this.#left = [];
    this.#said = [];
    this.#status = '';
    this.text = '';
  }

  #onPhase(phase: RoomPhase, before: RoomPhase['state']): void {
    const status = this.#statusOf(phase, before);
    // A state that is over by the time of speaking is not news.
    if (!status && !this.#status) return;
    this.#status = status;
    if (status) this.#add(this.#said);
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
      default:
        return '';
    }
  }

  #add(batch: string[], ...entries: string[]): void {
    if (this.#options.level() === 'none') return;
    batch.push(...entries);
    if (this.#timer !== undefined) return;
    // The same sentence again would be no change, and so would not be spoken.
    this.text = '';
    this.#host.requestUpdate();
    this.#timer = setTimeout(() => this.#speak(), batchMilliseconds);
  }

  #speak(): void {
    this.#timer = undefined;
    const { joined, left } = this.#options.messages();
    const counted = (batch: string[], words: RoomMessages['joined']): string[] => {
      const names = batch.length > namesAtMost ? [] : batch;
      return batch.length ? [words(names, batch.length)] : [];
    };
    this.text = [
      ...(this.#status ? [this.#status] : []),
      ...counted(this.#joined, joined),
      ...counted(this.#left, left),
      ...this.#said.slice(-namesAtMost),
    ].join('. ');
    this.#joined = [];
    this.#left = [];
    this.#said = [];
    this.#status = '';
    this.#host.requestUpdate();
  }
}

interface Named {
  readonly name: string;
  readonly isLocal: boolean;
}
