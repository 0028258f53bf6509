import { delay } from '../core/abort.js';
import { shallowEqual } from '../core/cell.js';
import type { FfcError } from '../core/errors.js';
import type {
  DisconnectReason,
  ConnectionQuality,
  RtcParticipant,
  RtcPermissions,
  RtcRoomInfo,
  TrackSnapshot,
  TrackSource,
} from '../rtc/session.js';
import { asText, createCrowd, createPermissions, describePerson } from './people.js';
import type { ScriptedRoom } from './scripted-room.js';
import type {
  MockParticipant,
  MockPlayOptions,
  MockSentMessage,
  MockSession,
  MockStep,
  MockTranscription,
} from './types.js';

/** The methods of a session that script what others do in the room. */
export abstract class ScriptedParticipants {
  protected abstract readonly room: ScriptedRoom;

  addParticipant(participant: MockParticipant): RtcParticipant {
    return this.room.add(participant);
  }

  removeParticipant(identity: string, reason?: DisconnectReason): void {
    this.room.remove(identity, reason);
  }

  crowd(n: number): readonly string[] {
    const crowd = createCrowd(n, (identity) => this.room.find(identity) !== undefined);
    return crowd.map((extra) => this.room.add(extra).identity);
  }

  script(): readonly MockParticipant[] {
    return this.room.remotes.map(describePerson);
  }

  publish(identity: string, source: TrackSource): void {
    this.room.publish(identity, source);
  }

  unpublish(identity: string, source: TrackSource): void {
    this.room.unpublish(identity, source);
  }

  setMuted(identity: string, source: TrackSource, muted: boolean): void {
    this.room.setMuted(identity, source, muted);
  }

  stallTrack(identity: string, source: TrackSource, isStalled = true): void {
    this.room.setStalled(identity, source, isStalled);
  }

  pauseTrack(identity: string, source: TrackSource, paused = true): void {
    for (const found of this.#published(identity, source)) {
      this.room.events.emit('track-stream-change', { ...found, paused });
    }
  }

  allowTrack(identity: string, source: TrackSource, allowed: boolean): void {
    for (const { track } of this.#published(identity, source)) {
      this.room.setSubscribed(track.sid, allowed);
    }
    for (const found of this.#published(identity, source)) {
      this.room.events.emit('track-permission-change', { ...found, allowed });
    }
  }

  receiveLocalTrack(source: TrackSource): void {
    for (const found of this.#published(this.room.local.identity, source)) {
      this.room.events.emit('local-track-subscribed', found);
    }
  }

  detectSilence(): void {
    for (const found of this.#published(this.room.local.identity, 'microphone')) {
      this.room.events.emit('silence-detected', found);
    }
  }

  overload(): void {
    this.room.events.emit('overload', {});
  }

  get sent(): readonly MockSentMessage[] {
    return this.room.messages.sent;
  }

  receive(identity: string | undefined, topic: string, data: string | Uint8Array): void {
    this.room.messages.receive(identity, topic, data);
  }

  transcribe(identity: string, text: string, options?: MockTranscription): void {
    this.room.messages.transcribe(identity, text, options);
  }

  setRoomInfo(info: Partial<RtcRoomInfo>): void {
    this.room.messages.setRoomInfo(info);
  }

  setSpeaking(levels: Readonly<Record<string, number>>): void {
    const before = this.#speakers();
    for (const { identity } of [this.room.local, ...this.room.remotes]) {
      // In steps of 0.1, as the port promises.
      const audioLevel = Math.round((levels[identity] ?? 0) * 10) / 10;
      this.room.change(identity, { isSpeaking: audioLevel > 0, audioLevel });
    }
    const identities = this.#speakers();
    if (!this.room.live || shallowEqual(before, identities)) return;
    this.room.events.emit('active-speakers-change', { identities });
  }

  setQuality(identity: string, quality: ConnectionQuality): void {
    if (!this.room.change(identity, { quality }) || !this.room.live) return;
    const participant = this.room.find(identity);
    if (participant) this.room.events.emit('quality-change', { participant });
  }

  setName(identity: string, name: string): void {
    this.room.change(identity, { name });
  }

  setMetadata(identity: string, metadata: string | object): void {
    this.room.change(identity, { metadata: asText(metadata) });
  }

  setAttributes(identity: string, attributes: Readonly<Record<string, string>>): void {
    this.room.change(identity, { attributes: Object.freeze({ ...attributes }) });
  }

  setPermissions(identity: string, permissions: Partial<RtcPermissions>): void {
    const before = this.room.find(identity)?.permissions;
    this.room.change(identity, { permissions: createPermissions({ ...before, ...permissions }) });
  }

  failTrack(identity: string, error: FfcError, source?: TrackSource): void {
    this.room.fail(identity, error, source);
  }

  /** The tracks of this source that somebody publishes: one, or none before the call. */
  #published(
    identity: string,
    source: TrackSource,
  ): readonly { readonly participant: RtcParticipant; readonly track: TrackSnapshot }[] {
    const participant = this.room.live ? this.room.find(identity) : undefined;
    return (participant?.tracks ?? [])
      .filter((track) => track.source === source)
      .flatMap((track) => (participant ? [{ participant, track }] : []));
  }

  #speakers(): readonly string[] {
    const loudest = this.room
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
