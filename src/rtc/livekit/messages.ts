import type { Room, TextStreamReader, TranscriptionSegment } from 'livekit-client';
import { FfcError } from '../../core/errors.js';
import { assertSendable, FloodLimit, readMessage } from '../../core/message-limits.js';
import type { RtcSendOptions } from '../session.js';
import { publishForbiddenError, stateError } from './errors.js';
import type { Emit } from './session.js';

/** Connecting needs this only after a failure, so it is in this later chunk. */
export { connectError } from './connect-error.js';

export interface MessagesOptions {
  readonly room: Room;
  readonly emit: Emit;
  readonly isOpen: () => boolean;
}

const maxSpokenText = 5000;
const maxSegments = 50;
const maxName = 100;

/** Messages and transcriptions of a call, validated in both directions. */
export class Messages {
  readonly #options: MessagesOptions;
  readonly #limit = new FloodLimit('data messages');
  readonly #speechLimit = new FloodLimit('transcriptions');

  constructor(options: MessagesOptions) {
    this.#options = options;
  }

  receive(identity: string | undefined, topic: string | undefined, data: Uint8Array): void {
    const message = readMessage(topic, data);
    if (!message || !this.#limit.allows(identity)) return;
    this.#options.emit('data-received', { identity, ...message });
  }

  transcribe(identity: string | undefined, segments: readonly TranscriptionSegment[]): void {
    for (const segment of segments.slice(0, maxSegments)) this.#transcribe(identity, segment);
  }

  async send(data: Uint8Array, { topic, to, isReliable = true }: RtcSendOptions): Promise<void> {
    const { room, isOpen } = this.#options;
    assertSendable({ topic, data });
    if (!isOpen()) throw stateError('session', 'Messages can be sent only in a call.');
    const { localParticipant } = room;
    if (localParticipant.permissions?.canPublishData === false) throw publishForbiddenError('data');
    try {
      await localParticipant.publishData(new Uint8Array(data), {
        topic,
        reliable: isReliable,
        ...(to && { destinationIdentities: [...to] }),
      });
    } catch (cause) {
      throw new FfcError({
        reason: 'send-failed',
        stage: 'session',
        message: 'The message could not be sent.',
        retryable: true,
        cause,
      });
    }
  }

  /** Reads a transcription that arrives as a text stream, as newer agents send it. */
  async readStream(identity: string, reader: TextStreamReader): Promise<void> {
    const { attributes = {}, id } = reader.info;
    let text = '';
    try {
      for await (const chunk of reader) {
        text += chunk;
        if (text.length > maxSpokenText) break;
      }
    } catch {
      // The speaker left before the end of the stream: keep the text received so far.
    }
    this.#transcribe(identity, {
      id: attributes['lk.segment_id'] ?? id,
      text,
      final: attributes['lk.transcription_final'] === 'true',
      language: attributes['lk.transcription_language'] ?? '',
    });
  }

  #transcribe(
    identity: string | undefined,
    { id, text, final, language }: Pick<TranscriptionSegment, 'id' | 'text' | 'final' | 'language'>,
  ): void {
    if (!id || id.length > maxName || !text || !this.#speechLimit.allows(identity)) return;
    this.#options.emit('transcription', {
      identity,
      id,
      text: text.slice(0, maxSpokenText),
      isFinal: final,
      language: language.length <= maxName ? language : '',
    });
  }
}
