import type { Credential, HttpService, HttpSettings } from './http.js';
import type { PushStream } from './push.js';
import type { PushEvent } from './types.js';

/** The milliseconds after which code that could not be loaded is requested again. */
const againMs = 30_000;

/**
 * The member's event stream. Its code loads with the first subscription, so that neither a list nor
 * a room waits for it. A failed load is repeated as long as somebody subscribes.
 */
export class LazyPushStream implements PushStream {
  readonly #service: HttpService;
  readonly #settings: HttpSettings;
  #loading: Promise<PushStream> | undefined;
  /** Undefined until it has loaded: before that there is nothing to resume or restart. */
  #stream: PushStream | undefined;

  constructor(service: HttpService, settings: HttpSettings) {
    this.#service = service;
    this.#settings = settings;
  }

  subscribe(handler: (event: PushEvent) => void, options: { readonly signal: AbortSignal }): void {
    this.#loading ??= this.load();
    this.#loading
      .then((stream) => stream.subscribe(handler, options))
      .catch(async () => {
        this.#loading = undefined;
        await this.#settings.clock.delay(againMs, options.signal);
        this.subscribe(handler, options);
      })
      // Ignores the rejection by the signal.
      .catch(() => {});
  }

  resume(credential: Credential): void {
    this.#stream?.resume(credential);
  }

  restart(): void {
    this.#stream?.restart();
  }

  /** Loads the code of the stream. */
  protected async load(): Promise<PushStream> {
    const { createPushStream } = await import('./push.js');
    this.#stream = createPushStream(this.#service, this.#settings);
    return this.#stream;
  }
}
