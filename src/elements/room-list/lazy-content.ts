import { LocaleController } from '../../parts/locale-controller.js';
import { FfcError, loadFailed, toFfcError } from '../../core/errors.js';
import { FfcErrorEvent } from '../../events/error-event.js';
import { listFrame } from '../../locales/en.js';
import type {
  RoomListContentMessages,
  RoomListFrameMessages,
  RoomListViewMessages,
} from '../../i18n/list-messages.js';
import type { Dictionary, ErrorWords } from '../../i18n/types.js';
import type * as listServices from '../../services/list-services.js';
import type { BackOff } from './back-off.js';
import type * as contentModule from './content.js';
import type { ListExtras } from './extras.js';
import type * as laterModule from './later.js';
import type { ListConnection } from './list-connection.js';
import type { DialogHost, DialogPurpose } from './dialogs.js';
import type { RoomListElementBase } from './room-list-options.js';

/** Tells screen readers; resolves when the list is drawn. */
export type Say = (text: string) => Promise<unknown>;

/** A list's words, and the parts of its code that load after the frame. */
export class LazyContent {
  /** The code that loads and draws the rooms, once it has loaded. */
  content: typeof contentModule | undefined;
  /** Renders filters, faces and links; undefined until `extras.ts` has loaded. */
  extras: ListExtras | undefined;
  /** The reason why a part failed to load; undefined while none is missing. */
  missing: FfcError | undefined;

  readonly #host: RoomListElementBase;
  readonly #frame: LocaleController<RoomListFrameMessages>;
  #words: LocaleController<RoomListContentMessages> | undefined;
  #errorWords: LocaleController<Pick<RoomListContentMessages, 'errors'>> | undefined;
  #later: typeof laterModule | undefined;
  #laterFailed = false;
  #backOff: BackOff | undefined;
  #hasRun = false;
  #loading: Promise<void> | undefined;

  constructor(host: RoomListElementBase) {
    this.#host = host;
    this.#frame = this.#wordsOf({ group: 'list', en: listFrame });
  }

  /** Resolves when the load of {@link content} has succeeded or failed. */
  get loading(): Promise<void> | undefined {
    return this.#loading;
  }

  /** The full language tag, for `Intl`. */
  get lang(): string {
    return this.#frame.lang;
  }

  get frameMessages(): RoomListFrameMessages {
    return this.#frame.messages;
  }

  /** The words of the frame and the rooms; undefined until {@link content} has loaded. */
  get messages(): RoomListViewMessages | undefined {
    return this.#words && { ...this.#frame.messages, ...this.#words.messages };
  }

  /** The words for a failure; undefined while they load. */
  wordsFor(error: FfcError): ErrorWords | undefined {
    const errors = this.#errorWords?.messages.errors;
    if (this.#later && errors) return this.#later.errorWords(errors, error);
    const first = this.#words?.messages.errors;
    return first?.[error.reason] ?? (this.#laterFailed ? first?.unknown : undefined);
  }

  /** Keeps the list up to date until the connection ends. The code loads in the background. */
  async keepFresh(connection: ListConnection, say: Say): Promise<void> {
    await this.#loadLater();
    this.#later?.keepFresh(this.#host, connection, this, say);
    this.#host.requestUpdate();
  }

  /** Runs work that a page may request in a loop: at once, and then after growing waits. */
  runGently(work: () => void): void {
    let rest = work;
    if (!this.#hasRun) {
      this.#hasRun = true;
      work();
      rest = () => {};
    }
    void this.#loadLater().then(() => {
      if (this.#backOff) this.#backOff.run(rest);
      else setTimeout(rest, 1000);
    });
  }

  /** Cancels the waiting work. */
  cancelWork(): void {
    this.#backOff?.cancel();
  }

  /** Loads {@link content}, also after a failure. */
  loadContent(): Promise<void> {
    this.missing = undefined;
    this.#loading ??= this.#load();
    return this.#loading;
  }

  /**
   * Opens the dialog that creates, edits or deletes a room, one at a time. Resolves when it has
   * closed.
   */
  async openDialog(purpose: DialogPurpose, list: DialogHost): Promise<void> {
    await this.loadContent();
    const { content } = this;
    if (!content) return;
    // Together with the words of failures, which a dialog must show at once.
    const [dialogs] = await Promise.all([this.import(content.importDialogs()), this.#loadLater()]);
    await this.#host.updateComplete;
    await dialogs?.openDialog(this.#host, this, purpose, list);
  }

  async #load(): Promise<void> {
    const host = this.#host;
    // Loads both in parallel, though only the content uses the client.
    if (!host.services) importServices().catch(() => {});
    const content = await this.import(import('./content.js'));
    if (content) {
      host.addStyles(content.styles);
      this.#words = this.#wordsOf(content.contentDictionary);
      this.content = content;
    } else this.#loading = undefined;
    host.requestUpdate();
  }

  /** Loads the further code, also after a failure. Everything else works without it. */
  async #loadLater(): Promise<void> {
    try {
      const later = (this.#later ??= await import('./later.js'));
      this.#errorWords ??= this.#wordsOf(later.errorDictionary);
      this.#backOff ??= new later.BackOff();
    } catch {
      this.#laterFailed = true;
    }
  }

  #wordsOf<M extends object>(dictionary: Dictionary<M>): LocaleController<M> {
    const host = this.#host;
    return new LocaleController<M>(host, dictionary, () => host.messages as Partial<M> | undefined);
  }

  /** Awaits a chunk. Resolves to undefined when the load fails, which the list shows. */
  async import<T>(chunk: Promise<T>): Promise<T | undefined> {
    try {
      return await importChunk(chunk);
    } catch (thrown) {
      const host = this.#host;
      const error = (this.missing = toFfcError(thrown, 'api'));
      host.requestUpdate();
      if (host.isConnected) host.dispatchEvent(new FfcErrorEvent({ error }));
      return undefined;
    }
  }
}

/**
 * Loads the REST client and the functions that create its services. Rejects like
 * {@link importChunk}.
 */
export function importServices(): Promise<typeof listServices> {
  return importChunk(import('../../services/list-services.js'));
}

/** Awaits a chunk of this package. Rejects with `load-failed`. */
function importChunk<T>(chunk: Promise<T>): Promise<T> {
  return chunk.catch((cause: unknown) => {
    throw loadFailed('A part of the list could not be loaded.', cause, 'api');
  });
}

export const notOnPage = (): FfcError =>
  new FfcError({
    reason: 'invalid-state',
    stage: 'setup',
    message: 'The list is not on a page.',
  });
