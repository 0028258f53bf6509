import type { Emitter } from '../core/emitter.js';
import { assertSendable, FloodLimit, readMessage } from '../core/message-limits.js';
import type { RtcRoomInfo, RtcSendOptions, RtcSessionEvents } from '../rtc/session.js';
import type { MockSentMessage, MockTranscription } from './types.js';

/** The messages, the transcriptions and the room info of a scripted call. */
export class MockMessages {
  readonly sent: MockSentMessage[] = [];
  readonly #events: Emitter<RtcSessionEvents>;
  #info: RtcRoomInfo = Object.freeze({ metadata: undefined, isRecording: false });
  readonly #dataLimit = new FloodLimit('data messages');
  readonly #speechLimit = new FloodLimit('transcriptions');
  #isInside = false;
  #pieces = 0;

  constructor(events: Emitter<RtcSessionEvents>) {
    this.#events = events;
  }

  get roomInfo(): RtcRoomInfo {
    return this.#isInside ? this.#info : unknownRoom;
  }

  setInside(isInside: boolean): void {
    const before = this.roomInfo;
    this.#isInside = isInside;
    this.#emitInfo(before);
  }

  setRoomInfo(info: Partial<RtcRoomInfo>): void {
    const before = this.roomInfo;
    this.#info = Object.freeze({ ...this.#info, ...info });
    this.#emitInfo(before);
  }

  /** Records a sent message; throws for one that a server would refuse. */
  send(data: Uint8Array, options: RtcSendOptions): void {
    assertSendable({ topic: options.topic, data });
    const { text } = readMessage(options.topic, data) ?? {};
    this.sent.push(Object.freeze({ ...options, data, text }));
  }

  receive(identity: string | undefined, topic: string, data: string | Uint8Array): void {
    const bytes = typeof data === 'string' ? new TextEncoder().encode(data) : data;
    const message = readMessage(topic, bytes);
    if (!message || !this.#isInside || !this.#dataLimit.allows(identity)) return;
    this.#events.emit('data-received', { identity, ...message });
  }

  transcribe(identity: string, text: string, options: MockTranscription = {}): void {
    const { id = `piece-${++this.#pieces}`, isFinal = true, language = '' } = options;
    if (!this.#isInside || !this.#speechLimit.allows(identity)) return;
    this.#events.emit('transcription', { identity, id, text, isFinal, language });
  }

  #emitInfo({ metadata, isRecording }: RtcRoomInfo): void {
    const now = this.roomInfo;
    if (now.metadata === metadata && now.isRecording === isRecording) return;
    this.#events.emit('room-change', now);
  }
}

const unknownRoom: RtcRoomInfo = Object.freeze({ metadata: undefined, isRecording: false });
