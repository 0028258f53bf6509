import { abortable } from '../../core/abort.js';
import type { FfcError } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';
import { invalidState } from './admission.js';
import type { ControlName, LocalControls } from './local-controls.js';
import type { Visit } from './visit.js';

type RunningVisit = Visit & { readonly making: Promise<RtcSession> };

/** What is asked of the session beside the flow: a failure is told, and ends nothing. */
export class SessionCalls {
  readonly #visit: () => Visit | undefined;
  readonly #controls: LocalControls;
  readonly #report: (error: FfcError) => void;

  constructor(facts: {
    /** The visit that goes on now. */
    readonly visit: () => Visit | undefined;
    readonly controls: LocalControls;
    readonly report: (error: FfcError) => void;
  }) {
    this.#visit = facts.visit;
    this.#controls = facts.controls;
    this.#report = facts.report;
  }

  /** Calls the session, as soon as there is one; rejects when the visit ends first. */
  call(work: (session: RtcSession, signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#during(async ({ session, making, signal }) => {
      // A session that is there is called at once: a user gesture lasts no longer.
      await abortable(work(session ?? (await making), signal), signal);
    });
  }

  /** Turns one of the local participant's tracks on or off. */
  switch(name: ControlName, on: boolean): Promise<void> {
    return this.#during(({ making, signal }) =>
      this.#controls.switch(name, on, { session: making, signal }),
    );
  }

  /** Goes on without the device if it cannot be had: the control and an event say why. */
  turnOn(name: ControlName): void {
    if (!this.#controls.cell.getSnapshot()[name].enabled) this.switch(name, true).catch(() => {});
  }

  async turnOff(name: ControlName): Promise<void> {
    const { enabled, pending } = this.#controls.cell.getSnapshot()[name];
    if (enabled || pending) await this.switch(name, false);
  }

  async #during(work: (visit: RunningVisit) => Promise<void>): Promise<void> {
    const visit = this.#visit();
    if (!isRunning(visit)) throw invalidState('There is no preview and no call.');
    try {
      await work(visit);
    } catch (thrown) {
      const error = visit.errorOf(thrown);
      this.#report(error);
      throw error;
    }
  }
}

function isRunning(visit: Visit | undefined): visit is RunningVisit {
  return visit?.making !== undefined;
}
