/** The facts of a call. This chunk loads in the background. */
import { nothing, type ReactiveController, type TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { follow } from '../../parts/follow.js';
import { speak } from '../../parts/own-language.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import type { RtcSession } from '../../rtc/session.js';
import { isInCall } from '../../state/phase.js';
import { AutoRetry } from './auto-retry.js';
import { ConnectionSign } from './connection-sign.js';
import type { CallNews } from './call-news.js';
import type { CallView } from './call-view.js';
import { dispatchMediaEvents } from './media-events.js';
import type { Say } from './room-announcer.js';
import { shareAnswers } from './share-answers.js';

/**
 * Shows the sign of the connection, emits the events about media, loads the news of the call, sets
 * the language that the person chose, and joins again after a lost connection.
 */
export class CallFacts implements ReactiveController {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #sign: ConnectionSign;
  readonly #say: Say;
  /** The news of the call; undefined while their code loads. */
  #news: CallNews | undefined;
  #areNewsComing = false;
  #session: RtcSession | undefined;
  /** Aborts when the followed session changes. */
  #followed: AbortController | undefined;
  #stopLanguage: (() => void) | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(host: BaseElement, view: CallView, say: Say) {
    const { room } = view;
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#say = say;
    view.requests.addOwn(shareAnswers);
    new AutoRetry(host, view, say);
    this.#sign = new ConnectionSign(host, room);
    follow(store.phase, ({ state }) => {
      void this.#loadNews();
      // Each call has a session of its own.
      const session = isInCall(state) ? store.session : undefined;
      if (session === this.#session) return;
      this.#followed?.abort();
      this.#session = session;
      if (!session) return;
      this.#followed = new AbortController();
      dispatchMediaEvents(store, session, host, this.#followed.signal);
    });
    host.addController(this);
  }

  hostConnected(): void {
    // All rooms share this cell: the subscription must end with the element.
    this.#stopLanguage = follow(settingsOf(this.#room), ({ language }) =>
      speak(this.#host, language),
    );
  }

  hostDisconnected(): void {
    this.#stopLanguage?.();
  }

  /** Renders the end of the header. */
  renderSign(messages: RoomMessages): TemplateResult {
    return this.#sign.render(messages);
  }

  /** Renders the notice over the stage. */
  renderNotice(messages: RoomMessages): TemplateResult | typeof nothing {
    return this.#news?.render(messages) ?? nothing;
  }

  async #loadNews(): Promise<void> {
    if (this.#areNewsComing) return;
    this.#areNewsComing = true;
    try {
      const { CallNews } = await import('./call-news.js');
      this.#news = new CallNews(this.#host, this.#room, this.#say);
    } catch {
      // The next phase tries again.
      this.#areNewsComing = false;
    }
  }
}
