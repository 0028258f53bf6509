import { html, nothing, type TemplateResult } from 'lit';
import type { PrejoinMessages } from '../../i18n/panel-messages.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { CheckResult, CheckStage } from '../../rtc/check.js';

const checkStages = ['service', 'signalling', 'media', 'turn'] as const satisfies CheckStage[];

type Results = Partial<Record<CheckStage, CheckResult>>;

/** Checks the connection on request, stage by stage, and shows the stage that fails. */
export class ConnectionCheck {
  readonly #onChange: () => void;
  #results: Results | undefined;
  #running: AbortController | undefined;

  /** @param onChange Called when the host has to render again. */
  constructor(onChange: () => void) {
    this.#onChange = onChange;
  }

  /** Aborts a running check. */
  end(): void {
    this.#running?.abort();
    this.#running = this.#results = undefined;
  }

  /**
   * Renders the check. Without a check in the services it renders nothing. Parts:
   * `connection-check`, `button`.
   */
  render(messages: PrejoinMessages, room: RoomHandle): TemplateResult | typeof nothing {
    if (!room.services.checkConnection) return nothing;
    const { isRunning } = this;
    return html`
      <div class="check" part="connection-check">
        <button
          type="button"
          class="button quiet"
          part="button"
          aria-busy=${isRunning}
          aria-disabled=${isRunning}
          @click=${() => void this.#run(room)}
        >
          ${isRunning ? messages.prejoinChecking : messages.prejoinCheck}
        </button>
        ${this.#results && this.#renderResults(messages, this.#results)}
      </div>
    `;
  }

  get isRunning(): boolean {
    return !!this.#running;
  }

  #renderResults(messages: PrejoinMessages, results: Results): TemplateResult {
    const failed = checkStages.find((stage) => results[stage] === 'failed');
    return html`
      <ul>
        ${checkStages.map((stage) => {
          const result = results[stage] ?? 'waiting';
          return html`<li class=${result}>
            <span>${messages.prejoinStage(stage)}</span>
            <span>${messages.prejoinResult(result)}</span>
          </li>`;
        })}
      </ul>
      <p role="status">
        ${
          failed
            ? messages.prejoinCheckFailed(failed)
            : this.isRunning
              ? nothing
              : results.media === 'passed'
                ? messages.prejoinCheckPassed
                : messages.prejoinCheckPartly
        }
      </p>
    `;
  }

  async #run(room: RoomHandle): Promise<void> {
    const { store, services } = room;
    const phase = store.phase.getSnapshot();
    if (this.isRunning || phase.state !== 'prejoin') return;
    const { signal } = (this.#running = new AbortController());
    this.#results = {};
    this.#onChange();
    const onResult = (stage: CheckStage, result: CheckResult): void => {
      if (signal.aborted) return;
      this.#results = { ...this.#results, [stage]: result };
      this.#onChange();
    };
    const { id, policy } = phase.room;
    let rest: CheckResult = 'skipped';
    try {
      // With a password or hosts who admit, a request for a token asks for admission. A check also
      // joins: the service would start the recording that the person has not agreed to yet, and the
      // media server would end the member's call in another tab.
      const isServiceOnly =
        policy.hasPassword ||
        policy.manuallyApproval ||
        policy.canAutoRoomCompositeRecording ||
        (await services.tabs?.isElsewhere(id));
      const answer = await (isServiceOnly
        ? services.rooms.getRoom(id, { signal })
        : // As an observer, so that the others in the call do not see the person come and go.
          services.member.issueRtcToken(id, { customData: { observer: true } }, { signal }));
      onResult('service', 'passed');
      if ('webRtcToken' in answer) {
        const { webRtcServerUrl: url, webRtcToken: token } = answer;
        await services.checkConnection?.({ url, token, signal, onResult });
      }
    } catch {
      // The failed stage is the first one without a result: the token of the service, or the code
      // of the other checks.
      rest = 'failed';
    }
    for (const stage of checkStages) {
      if (this.#results?.[stage]) continue;
      onResult(stage, rest);
      rest = 'skipped';
    }
    if (signal.aborted) return;
    this.#running = undefined;
    this.#onChange();
  }
}
