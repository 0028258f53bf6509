/** The news of a call. This chunk loads in the background. */
import { html, type TemplateResult } from 'lit';
import { newsWords, pausedWords } from '../../locales/en.js';
import type { NewsMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { follow } from '../../parts/follow.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle, RoomViewOptions } from '../../parts/room-handle.js';
import { addRoomWords, roomDictionary } from '../../parts/room-words.js';
import { HostNotice } from './host-notice.js';
import { OwnNotice } from './own-notice.js';
import type { Say } from './room-announcer.js';
import { SilenceNotice } from './silence-notice.js';

/**
 * Announces shared screens and blocked sound. Shows the notices about a host who left, about an own
 * microphone that records only silence, and about what somebody else turned off.
 */
export class CallNews {
  readonly #room: RoomHandle;
  readonly #say: Say;
  readonly #words: LocaleController<NewsMessages>;
  readonly #roomWords: LocaleController<RoomMessages>;
  readonly #hosts: HostNotice;
  readonly #silence: SilenceNotice;
  readonly #own: OwnNotice;

  /** @param say Announces a text to screen readers. */
  constructor(host: BaseElement, room: RoomHandle, say: Say) {
    const overrides = (): RoomViewOptions['messages'] => room.options.getSnapshot().messages;
    addRoomWords(pausedWords);
    this.#room = room;
    this.#say = say;
    this.#words = new LocaleController(host, { group: 'panels', en: newsWords }, overrides);
    this.#roomWords = new LocaleController(host, roomDictionary, overrides);
    this.#hosts = new HostNotice(host, room, this.#words, say);
    this.#silence = new SilenceNotice(host, room, this.#words, say);
    this.#own = new OwnNotice(host, room, { news: this.#words, room: this.#roomWords }, say);
    this.#followScreens();
    this.#followSound();
  }

  /** Renders the notices over the stage. */
  render(messages: RoomMessages): TemplateResult {
    return html`${this.#hosts.render(messages)}${this.#silence.render(messages)}
    ${this.#own.render(messages)}`;
  }

  #followScreens(): void {
    const { store } = this.#room;
    store.on('track-published', ({ participant, track, initial }) => {
      if (initial || track.isLocal || track.source !== 'screen_share') return;
      this.#say(this.#words.messages.sharing(participant.name, true));
    });
    store.on('track-unpublished', ({ participant, track }) => {
      if (track.isLocal || track.source !== 'screen_share') return;
      this.#say(this.#words.messages.sharing(participant.name, false));
    });
    for (const type of ['track-muted', 'track-unmuted'] as const) {
      store.on(type, ({ participant, track }) => {
        if (track.isLocal || track.source !== 'screen_share') return;
        const isPaused = type === 'track-muted';
        this.#say(this.#roomWords.messages.pausedSharing(participant.name, isPaused));
      });
    }
  }

  /** The notice with the button is not in a live region. */
  #followSound(): void {
    const { store } = this.#room;
    let wasBlocked = false;
    const announce = (): void => {
      const isBlocked = this.#room.isInCall && !store.controls.getSnapshot().canPlayAudio;
      if (isBlocked && !wasBlocked) this.#say(this.#roomWords.messages.soundOff);
      wasBlocked = isBlocked;
    };
    follow(store.phase, announce);
    store.controls.subscribe(announce);
  }
}
