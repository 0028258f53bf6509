import type { MediaNode } from './media-server.js';
import { startLiveKit, type LiveKitConfig, type LiveKitProcess } from './server.js';

export interface LiveKitNodeOptions {
  readonly binary: string;
  readonly config: LiveKitConfig;
  /** How many calls have their signalling through it now. */
  readonly calls: () => number;
  /** Called with the node's last lines when the node ends and nobody stopped it. */
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

  /** The port of the node's signalling and server API, on this machine only. */
  get innerPort(): number {
    return this.#options.config.innerPort;
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  get calls(): number {
    return this.#options.calls();
  }

  /** Starts the node and waits until it answers. Rejects when it does not answer. */
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

  /** Ends the node as a crash would. */
  async kill(): Promise<void> {
    await this.#process?.stop();
  }

  /** Ends the node and starts it again with the same configuration. */
  async restart(): Promise<void> {
    await this.kill();
    await this.start();
  }

  /** Ends the node, without a call of `onDied`. */
  async stop(): Promise<void> {
    const running = this.#process;
    this.#process = undefined;
    await running?.stop();
  }
}
