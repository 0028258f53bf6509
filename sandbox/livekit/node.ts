import type { MediaNode } from './media-server.js';
import { startLiveKit, type LiveKitConfig, type LiveKitProcess } from './server.js';

export interface LiveKitNodeOptions {
  readonly binary: string;
  readonly config: LiveKitConfig;
  /** How many calls have their signalling through it now. */
  readonly calls: () => number;
  /** The node calls it when it ends and nobody stopped it, with its last lines. */
  readonly onDied: (log: string) => void;
}

/** A LiveKit server of our own: the only one, or one of several that carry the calls together. */
export class LiveKitNode implements MediaNode {
  readonly #options: LiveKitNodeOptions;
  #process: LiveKitProcess | undefined;

  constructor(options: LiveKitNodeOptions) {
    this.#options = options;
  }

  get isRunning(): boolean {
    return this.#process !== undefined;
  }

  /** The port of its signalling and of its server API, on this machine only. */
  get innerPort(): number {
    return this.#options.config.innerPort;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get calls(): number {
    return this.#options.calls();
  }

  /** Starts it and waits until it answers. Rejects when it does not come up. */
  async start(signal?: AbortSignal): Promise<void> {
    const { binary, config, onDied } = this.#options;
    const started = await startLiveKit(binary, config, signal);
    this.#process = started;
    void started.ended.then((log) => {
      if (this.#process !== started) return;
      this.#process = undefined;
      onDied(log);
    });
  }

  /** Ends it as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.stop();
  }

  /** Ends it and starts it again, as it was. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Ends it, of which `onDied` is not told. */
  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    await running?.stop();
  }
}
