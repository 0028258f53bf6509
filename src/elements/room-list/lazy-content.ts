import { LocaleController } from '../../parts/locale-controller.js';
import { FfcError, toFfcError } from '../../core/errors.js';
import { listDictionary } from '../../i18n/list.js';
import type {
  RoomListContentMessages,
  RoomListFrameMessages,
  RoomListMessages,
} from '../../i18n/list-messages.js';
import type * as contentModule from './content.js';
import type { DialogHost, DialogPurpose } from './dialogs.js';
import type { RoomListOptionsElement } from './room-list-options.js';

/** A list's words, and the part of its code that comes while the service is being asked. */
export class LazyContent {
  /** What draws the rooms and the dialogs, once it is there. */
  content: typeof contentModule | undefined;
  /** It could not be had. */
  missing = false;

  readonly #host: RoomListOptionsElement;
  readonly #onMissing: (error: FfcError) => void;
  readonly #frame: LocaleController<RoomListFrameMessages>;
  #words: LocaleController<RoomListContentMessages> | undefined;
  #loading: Promise<void> | undefined;
  #dialogOpen = false;

  constructor(host: RoomListOptionsElement, onMissing: (error: FfcError) => void) {
    this.#host = host;
    this.#onMissing = onMissing;
    this.#frame = new LocaleController(host, listDictionary, () => host.messages);
  }

  /** Resolves when what draws the rooms is there, or cannot be had. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  /** The whole language tag, for `Intl`. */
  get lang(): string {
    return this.#frame.lang;
  }

  get frameMessages(): RoomListFrameMessages {
    return this.#frame.messages;
  }

  /** All words; undefined before {@link content} is there. */
  get messages(): RoomListMessages | undefined {
    return this.#words && { ...this.#frame.messages, ...this.#words.messages };
  }

  /** Gets what draws the rooms, also when that has failed before. */
  loadContent(): Promise<void> {
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /** Lets the user create, edit or delete a room, one at a time; resolves when that is over. */
  async openDialog(host: Omit<DialogHost, 'messages'>, purpose: DialogPurpose): Promise<void> {
    if (this.#dialogOpen) return;
    this.#dialogOpen = true;
    await this.loadContent();
    const { content, messages } = this;
    if (content && messages) await content.openRoomDialog({ ...host, messages }, purpose);
    this.#dialogOpen = false;
  }

  async #load(): Promise<void> {
    const host = this.#host;
    this.missing = false;
    try {
      const content = await importChunk(import('./content.js'));
      host.addStyles(content.styles);
      this.#words = new LocaleController(host, content.listContentDictionary, () => host.messages);
      this.content = content;
    } catch (thrown) {
      this.missing = true;
      this.#loading = undefined;
      this.#onMissing(toFfcError(thrown, 'api'));
    }
    host.requestUpdate();
  }
}

/** Waits for a chunk of our own code; rejects with `load-failed` when it cannot be had. */
export async function importChunk<T>(chunk: Promise<T>): Promise<T> {
  try {
    return await chunk;
  } catch (cause) {
    throw new FfcError({
      reason: 'load-failed',
      stage: 'api',
      message: 'A part of the room list could not be loaded.',
      retryable: true,
      cause,
    });
  }
}
