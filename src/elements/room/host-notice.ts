import { html, nothing, type TemplateResult } from 'lit';
import type { NewsMessages } from '../../i18n/comfort-messages.js';
import type { RoomMessages } from '../../i18n/room-messages.js';
import type { BaseElement } from '../../parts/base-element.js';
import type { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { isHost, isObserver } from '../../state/member.js';
import { isInCall } from '../../state/phase.js';
import { dismissButton } from './call-screens.js';
import type { Say } from './room-announcer.js';

/** The milliseconds for which the notice shows. */
const toldFor = 15_000;

/**
 * Notifies that a host left, and names the present hosts: otherwise people do not know whether the
 * call goes on. A call that ends with its host says so on its end screen. An observer is not
 * notified, and no observer is named.
 */
export class HostNotice {
  readonly #host: BaseElement;
  #text = '';
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** @param say Announces a text to screen readers. */
  constructor(
    host: BaseElement,
    room: RoomHandle,
    words: LocaleController<NewsMessages>,
    say: Say,
  ) {
    const { store, options } = room;
    this.#host = host;
    const membersOf = (): readonly { readonly name: string; readonly isHost: boolean }[] =>
      store.roster.getSnapshot().identities.flatMap((identity) => {
        const participant = store.participant(identity).getSnapshot();
        return participant ? [{ name: participant.name, isHost: isHost(participant.member) }] : [];
      });
    store.on('participant-left', ({ participant: { isLocal, member, name }, reason }) => {
      if (isLocal || !isHost(member) || isObserver(member) || !room.isInCall) return;
      // The host goes on with another device.
      if (options.getSnapshot().observer || reason === 'duplicate-identity') return;
      const hosts = membersOf().filter((each) => each.isHost);
      const text = words.messages.hostLeft(
        name,
        hosts.slice(0, 3).map((each) => each.name),
      );
      this.#show(text);
      say(text);
    });
    store.on('participant-joined', ({ participant: { member } }) => {
      // The notice names the present hosts.
      if (isHost(member)) this.#show('');
    });
    store.phase.subscribe(({ state }) => isInCall(state) || this.#show(''));
  }

  render(messages: RoomMessages): TemplateResult | typeof nothing {
    if (!this.#text) return nothing;
    return html`
      <div class="toast" part="notice">
        <span>${this.#text}</span>
        ${dismissButton(messages, () => this.#show(''))}
      </div>
    `;
  }

  #show(text: string): void {
    clearTimeout(this.#timer);
    if (text) this.#timer = setTimeout(() => this.#show(''), toldFor);
    if (text === this.#text) return;
    this.#text = text;
    this.#host.requestUpdate();
  }
}
