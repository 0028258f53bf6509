import type { TemplateResult } from 'lit';
import type { BaseElement } from '../../parts/base-element.js';
import { follow } from '../../parts/follow.js';
import type { MaybeProcessed } from '../../parts/room-effect.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type * as SettingsModule from '../../parts/settings.js';
import type { EffectSwitches } from '../effect-switches/effect-switches.js';
import { WhoIsHere } from './who-is-here.js';

/**
 * Renders who is in the call, and the switches of the page's effects. It also follows the setting
 * that mirrors the picture. It loads last before a call.
 */
export class BeforeCall extends WhoIsHere {
  readonly #host: BaseElement;
  readonly #room: () => RoomHandle | undefined;
  #effects: EffectSwitches | undefined;
  #settings: typeof SettingsModule | undefined;
  #followed: RoomHandle | undefined;
  #stopMirror: (() => void) | undefined;

  /** @param room The room of the host, while that is at its prejoin. */
  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    super(host, room);
    this.#host = host;
    this.#room = room;
    // The settings are in code that a call loads later. A failure leaves the picture mirrored.
    import('../../parts/settings.js').then(
      (code) => {
        this.#settings = code;
        host.requestUpdate();
      },
      () => {},
    );
    const { videoProcessor, audioProcessor } = (room()?.host ?? {}) as MaybeProcessed;
    if (!videoProcessor && !audioProcessor) return;
    import('../effect-switches/effect-switches.js').then(
      ({ EffectSwitches }) => {
        this.#effects = new EffectSwitches(host, room);
        host.requestUpdate();
      },
      () => {},
    );
  }

  override hostUpdated(): void {
    super.hostUpdated();
    const room = this.#room();
    if (!this.#settings || room === this.#followed) return;
    this.#stopMirror?.();
    this.#followed = room;
    this.#stopMirror =
      room &&
      follow(this.#settings.settingsOf(room), ({ mirror }) => {
        // The video reads this property. By default the style sheet mirrors it.
        this.#host.style.setProperty('--_mirror', mirror ? '' : '1');
      });
  }

  override hostDisconnected(): void {
    super.hostDisconnected();
    this.#stopMirror?.();
    this.#stopMirror = this.#followed = undefined;
  }

  /** Parts: those of the switches. */
  renderMore(): TemplateResult | undefined {
    const room = this.#room();
    return room && this.#effects?.render(room);
  }
}
