import type { Sandbox } from '../../sandbox/start.js';

/** Adds faults to a sandbox, and removes them. */
export class Saboteur {
  readonly #url: string;

  constructor({ serviceUrl }: Sandbox) {
    this.#url = serviceUrl;
  }

  /** Adds a fault, and returns its id: see `/__faults` in ARCHITECTURE.md. */
  async cause(fault: object): Promise<number> {
    const answer = await this.#ask('POST', '/__faults', fault);
    return ((await answer.json()) as { id: number }).id;
  }

  /** Returns the number of calls or connections that a fault has hit. */
  async hits(id: number): Promise<number> {
    const answer = await this.#ask('GET', '/__faults');
    const { faults } = (await answer.json()) as { faults: { id: number; hits: number }[] };
    return faults.find((fault) => fault.id === id)?.hits ?? 0;
  }

  /** Removes all faults. */
  async relent(): Promise<void> {
    await this.#ask('DELETE', '/__faults');
  }

  async #ask(method: string, path: string, body?: object): Promise<Response> {
    const init = { method, ...(body && { body: JSON.stringify(body) }) };
    const answer = await fetch(this.#url + path, init);
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}`);
    return answer;
  }
}
