import { delay } from '../core/abort.js';
import { shallowEqual } from '../core/cell.js';
import type { FfcError } from '../core/errors.js';
import type {
  ConnectionQuality,
  RtcParticipant,
  RtcPermissions,
  RtcRoomInfo,
  TrackSource,
} from '../rtc/session.js';
import { asText, createCrowd, createPermissions, describePerson } from './people.js';
import type { MockStage } from './stage.js';
import type {
  MockParticipant,
  MockPlayOptions,
  MockSentMessage,
  MockSession,
  MockStep,
  MockTranscription,
} from './types.js';

/** The script's side of a session: what others do in the room. */
export abstract class MockCast {
  protected abstract readonly stage: MockStage;

  addParticipant(participant: MockParticipant): RtcParticipant {
    return this.stage.add(participant);
  }

  removeParticipant(identity: string): void {
    this.stage.remove(identity);
  }

  crowd(n: number): readonly string[] {
    const crowd = createCrowd(n, (identity) => this.stage.find(identity) !== undefined);
    return crowd.map((extra) => this.stage.add(extra).identity);
  }

  script(): readonly MockParticipant[] {
    return this.stage.remotes.map(describePerson);
  }

  publish(identity: string, source: TrackSource): void {
    this.stage.publish(identity, source);
  }

  unpublish(identity: string, source: TrackSource): void {
    this.stage.unpublish(identity, source);
  }

  setMuted(identity: string, source: TrackSource, muted: boolean): void {
    this.stage.setMuted(identity, source, muted);
  }

  stallTrack(identity: string, source: TrackSource, isStalled = true): void {
    this.stage.setStalled(identity, source, isStalled);
  }

  get sent(): readonly MockSentMessage[] {
    return this.stage.messages.sent;
  }

  receive(identity: string | undefined, topic: string, data: string | Uint8Array): void {
    this.stage.messages.receive(identity, topic, data);
  }

  transcribe(identity: string, text: string, options?: MockTranscription): void {
    this.stage.messages.transcribe(identity, text, options);
  }

  setRoomInfo(info: Partial<RtcRoomInfo>): void {
    this.stage.messages.setRoomInfo(info);
  }

  setSpeaking(levels: Readonly<Record<string, number>>): void {
    const before = this.#speakers();
    for (const { identity } of [this.stage.local, ...this.stage.remotes]) {
      // In steps of 0.1, as the port promises.
      const audioLevel = Math.round((levels[identity] ?? 0) * 10) / 10;
      this.stage.change(identity, { isSpeaking: audioLevel > 0, audioLevel });
    }
    const identities = this.#speakers();
    if (!this.stage.live || shallowEqual(before, identities)) return;
    this.stage.events.emit('active-speakers-change', { identities });
  }

  setQuality(identity: string, quality: ConnectionQuality): void {
    if (!this.stage.change(identity, { quality }) || !this.stage.live) return;
    const participant = this.stage.find(identity);
    if (participant) this.stage.events.emit('quality-change', { participant });
  }

  setName(identity: string, name: string): void {
    this.stage.change(identity, { name });
  }

  setMetadata(identity: string, metadata: string | object): void {
    this.stage.change(identity, { metadata: asText(metadata) });
  }

  setAttributes(identity: string, attributes: Readonly<Record<string, string>>): void {
    this.stage.change(identity, { attributes: Object.freeze({ ...attributes }) });
  }

  setPermissions(identity: string, permissions: Partial<RtcPermissions>): void {
    const before = this.stage.find(identity)?.permissions;
    this.stage.change(identity, { permissions: createPermissions({ ...before, ...permissions }) });
  }

  failTrack(identity: string, error: FfcError, source?: TrackSource): void {
    this.stage.fail(identity, error, source);
  }

  #speakers(): readonly string[] {
    const loudest = this.stage
      .participants()
      .filter(({ isSpeaking }) => isSpeaking)
      .sort((a, b) => b.audioLevel - a.audioLevel);
    return Object.freeze(loudest.map(({ identity }) => identity));
  }
}

/** Plays the steps in the order of their times, until `life` or the options' signal ends. */
export async function playScript(
  session: MockSession,
  steps: readonly MockStep[],
  { signal, instant, life }: MockPlayOptions & { readonly life: AbortSignal },
): Promise<void> {
  const stop = signal ? AbortSignal.any([signal, life]) : life;
  let now = 0;
  for (const step of [...steps].sort((a, b) => a.at - b.at)) {
    // An abort ends the waiting; the line below ends the script.
    if (!instant && step.at > now) await delay(step.at - now, stop).catch(() => {});
    if (stop.aborted) return;
    now = step.at;
    step.do(session);
  }
}
