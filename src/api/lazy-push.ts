import type { Credential, HttpService, HttpSettings } from './http.js';
import type { PushStream } from './push.js';
import type { PushEvent } from './types.js';

/**
 * The member's event stream. Its code loads with the first subscription, so that neither a list nor
 * a room waits for it. After a failed load, the next subscription tries again.
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
    this.#loading ??= this.#load();
    this.#loading.then(
      (stream) => stream.subscribe(handler, options),
      () => {
        this.#loading = undefined;
        this.#settings.logger.debug('the code of the event stream could not be loaded');
      },
    );
  }

  resume(credential: Credential): void {
    this.#stream?.resume(credential);
  }

  restart(): void {
    this.#stream?.restart();
  }

  async #load(): Promise<PushStream> {
    const { createPushStream } = await import('./push.js');
    this.#stream = createPushStream(this.#service, this.#settings);
    return this.#stream;
  }
}
