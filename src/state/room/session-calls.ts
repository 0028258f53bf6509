import { abortable } from '../../core/abort.js';
import type { FfcError } from '../../core/errors.js';
import type { RtcSession } from '../../rtc/session.js';
import { invalidState } from './guards.js';
import type { SwitchName, LocalControls } from './local-controls.js';
import type { RoomAttempt } from './room-attempt.js';

type RunningAttempt = RoomAttempt & { readonly making: Promise<RtcSession> };

/** What is asked of the session beside the flow: a failure is told, and ends nothing. */
export class SessionCalls {
  readonly #attempt: () => RoomAttempt | undefined;
  readonly #controls: LocalControls;
  readonly #report: (error: FfcError) => void;

  constructor(facts: {
    /** The attempt that goes on now. */
    readonly attempt: () => RoomAttempt | undefined;
    readonly controls: LocalControls;
    readonly report: (error: FfcError) => void;
  }) {
    this.#attempt = facts.attempt;
    this.#controls = facts.controls;
    this.#report = facts.report;
  }

  /** Calls the session, as soon as there is one; rejects when the attempt ends first. */
  call(work: (session: RtcSession, signal: AbortSignal) => Promise<void>): Promise<void> {
    return this.#during(async ({ session, making, signal }) => {
      // A session that is there is called at once: a user gesture lasts no longer.
      await abortable(work(session ?? (await making), signal), signal);
    });
  }

  /** Turns one of the local participant's tracks on or off. */
  switch(name: SwitchName, on: boolean): Promise<void> {
    return this.#during(({ making, signal }) =>
      this.#controls.switch(name, on, { session: making, signal }),
    );
  }

  /** Goes on without the device if it cannot be had: the control and an event say why. */
  turnOn(name: SwitchName): void {
    if (!this.#controls.cell.getSnapshot()[name].enabled) this.switch(name, true).catch(() => {});
  }

  async turnOff(name: SwitchName): Promise<void> {
    const { enabled, pending } = this.#controls.cell.getSnapshot()[name];
    if (enabled || pending) await this.switch(name, false);
  }

  async #during(work: (attempt: RunningAttempt) => Promise<void>): Promise<void> {
    const attempt = this.#attempt();
    if (!isRunning(attempt)) throw invalidState('There is no preview and no call.');
    try {
      await work(attempt);
    } catch (thrown) {
      const error = attempt.errorOf(thrown);
      this.#report(error);
      throw error;
    }
  }
}

function isRunning(attempt: RoomAttempt | undefined): attempt is RunningAttempt {
  return attempt?.making !== undefined;
}
