import type { TemplateResult } from 'lit';
import type { BaseElement } from '../../parts/base-element.js';
import type { MaybeProcessed } from '../../parts/room-effect.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { EffectSwitches } from '../effect-switches/effect-switches.js';
import { WhoIsHere } from './who-is-here.js';

/** Renders who is in the call, and the switches of the page's effects. It loads last before a call. */
export class BeforeCall extends WhoIsHere {
  readonly #room: () => RoomHandle | undefined;
  #effects: EffectSwitches | undefined;

  /** @param room The room of the host, while that is at its prejoin. */
  constructor(host: BaseElement, room: () => RoomHandle | undefined) {
    super(host, room);
    this.#room = room;
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

  /** Parts: those of the switches. */
  renderMore(): TemplateResult | undefined {
    const room = this.#room();
    return room && this.#effects?.render(room);
  }
}
