import type { Credential, HttpService, HttpSettings } from './http.js';
import type { PushStream } from './push.js';
import type { PushEvent } from './types.js';

/**
 * The member's event stream, whose code loads with the first subscription: nobody waits for what
 * it tells, so that no list and no room waits for its code either. Code that cannot be loaded is
 * asked for again with the next subscription.
 */
export class LazyPushStream implements PushStream {
  readonly #service: HttpService;
  readonly #settings: HttpSettings;
  #loading: Promise<PushStream> | undefined;
  /** Undefined before it is there: then there is nothing to resume and nothing to restart. */
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
