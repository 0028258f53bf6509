/** What a call tells of itself: a chunk of its own, which nobody waits for. */
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
 * The sign of the connection, the notice about a host who left, the events about media, and the
 * language that the person chose for calls.
 */
export class CallFacts implements ReactiveController {
  readonly #host: BaseElement;
  readonly #room: RoomHandle;
  readonly #hosts: HostNotice;
  readonly #sign: ConnectionSign;
  #session: RtcSession | undefined;
  /** Of the session that is followed. */
  #followed: AbortController | undefined;
  #stopLanguage: (() => void) | undefined;

  /** @param say Tells screen readers. */
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
    // All rooms share this cell: what it holds on to must end with the element.
    this.#stopLanguage = follow(settingsOf(this.#room), ({ language }) =>
      speak(this.#host, language),
    );
  }

  hostDisconnected(): void {
    this.#stopLanguage?.();
  }

  /** What stands at the end of the header. */
  renderSign(messages: RoomMessages): TemplateResult {
    return this.#sign.render(messages);
  }

  /** What is told over the stage. */
  renderNotice(messages: RoomMessages): TemplateResult | typeof nothing {
    return this.#hosts.render(messages);
  }
}
