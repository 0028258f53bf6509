/** The facts of a call. This chunk loads in the background. */
import type { nothing, ReactiveController, TemplateResult } from 'lit';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import { follow } from '../../parts/follow.js';
import { speak } from '../../parts/own-language.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { settingsOf } from '../../parts/settings.js';
import type { RtcSession } from '../../rtc/session.js';
import { isInCall } from '../../state/phase.js';
import { ConnectionSign } from './connection-sign.js';
import { HostNotice } from './host-notice.js';
import { dispatchMediaEvents } from './media-events.js';

/**
 * Shows the sign of the connection and the notice about a host who left, emits the events about
 * media, and sets the language that the person chose.
 */
export class CallFacts implements ReactiveController {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #hosts: HostNotice;
  readonly #sign: ConnectionSign;
  #session: RtcSession | undefined;
  /** Aborts when the followed session changes. */
  #followed: AbortController | undefined;
  #stopLanguage: (() => void) | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(host: BaseElement, room: RoomHandle, say: (text: string) => void) {
    const { store } = room;
    this.#host = host;
    this.#room = room;
    this.#hosts = new HostNotice(host, room, say);
    this.#sign = new ConnectionSign(host, room);
    follow(store.phase, ({ state }) => {
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
    return this.#hosts.render(messages);
  }
}
