import type { TemplateResult } from 'lit';
import { roomScreens } from '../../locales/en.js';
import type { RoomMessages, RoomScreenMessages } from '../../i18n/room-messages.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { EndPhase } from '../../state/phase.js';
import type { RoomPhase } from '../../state/types.js';
import type { CallView } from './call-view.js';
import { EndScreens } from './end-screens.js';
import { PasswordScreen } from './password-screen.js';
import type { RoomApiElement } from './room-api.js';
import { ScheduledScreen } from './scheduled-screen.js';
import { screenStyles } from './screen-styles.js';
import { waitingScreen } from './waiting-screen.js';
import { wayBackView } from './way-back.js';

/** The states whose screens load on demand: most joins never need them. */
export type LatePhase =
  EndPhase | Extract<RoomPhase, { state: 'password' | 'scheduled' | 'waiting' }>;

/** The states whose screens are announced by their title. */
export type ToldPhase = EndPhase | Extract<RoomPhase, { state: 'waiting' }>;

/** The input of a screen. */
export interface ScreenContext {
  readonly host: RoomApiElement;
  readonly view: CallView;
  readonly words: RoomScreenMessages;
  /** The words of the whole room. */
  readonly messages: RoomMessages;
  /** The language tag, for `Intl`. */
  readonly lang: string;
  /** The link back to the rooms, if the page says where they are. */
  readonly wayBack: TemplateResult | '';
  /** The action of the button after a failure. */
  readonly onRetry: () => void;
}

/** Renders the screens before a call that needs more than a click, and after each call. */
export class LateScreens {
  readonly #host: RoomApiElement;
  readonly #view: CallView;
  readonly #onRetry: () => void;
  readonly #locale: LocaleController<RoomScreenMessages>;
  readonly #ends = new EndScreens();
  readonly #password = new PasswordScreen();
  readonly #scheduled = new ScheduledScreen();

  constructor(host: RoomApiElement, view: CallView, onRetry: () => void) {
    this.#host = host;
    this.#view = view;
    this.#onRetry = onRetry;
    this.#locale = new LocaleController(
      host,
      { group: 'room', en: roomScreens },
      () => host.messages,
    );
    host.addStyles([screenStyles]);
  }

  render(phase: LatePhase): TemplateResult {
    const context = this.#context;
    switch (phase.state) {
      case 'scheduled':
        return this.#scheduled.render(phase, context);
      case 'password':
        return this.#password.render(phase, context);
      case 'waiting':
        return waitingScreen(phase, context);
      default:
        return this.#ends.render(phase, context);
    }
  }

  /** The title of the screen. */
  titleOf(phase: ToldPhase): string {
    const context = this.#context;
    return phase.state === 'waiting'
      ? context.words.waitingTitle
      : this.#ends.titleOf(phase, context);
  }

  get #context(): ScreenContext {
    const words = this.#locale.messages;
    return {
      host: this.#host,
      view: this.#view,
      words,
      messages: this.#view.messages,
      lang: this.#locale.lang,
      wayBack: wayBackView(this.#host, words.backToRooms),
      onRetry: this.#onRetry,
    };
  }
}
