import type { MadeRecording } from './records.js';

/** The media server's events about who is in a call. Rooms are named by their uuid. */
export type CallEvent =
  | {
      readonly type: 'participant-joined' | 'participant-left';
      readonly room: string;
      /** The media server's id of this session of the room. */
      readonly session: string;
      /** The media server's id of this participation: a new one each time that someone joins. */
      readonly participant: string;
      /** The participant's identity: the one in {@link MediaAccess}. */
      readonly identity: string;
    }
  | { readonly type: 'room-finished'; readonly room: string; readonly session: string };

/** All events of the media server. */
export type MediaEvent =
  | CallEvent
  /** A recording of the call, or a stream of it to another server, has ended. */
  | {
      readonly type: 'egress-ended';
      readonly room: string;
      /** The media server's id of the egress. */
      readonly egress: string;
    };

/** The right of a person to enter a room. */
export interface MediaAccess {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  /** JSON text about the member, sent to everybody in the room. */
  readonly metadata: string;
  /** The host name under which the caller reached the service. */
  readonly hostname: string;
}

/** The media server, as the service sees it: injected, so that the service runs anywhere. */
export interface Media {
  /** Gives the address and the token to join with. Throws {@link MediaUnavailableError}. */
  grant(access: MediaAccess): Promise<{ readonly url: string; readonly token: string }>;
  /** Ends the call in a room, if there is one. */
  closeRoom(room: string): Promise<void>;
  /** Removes a participant from the call in a room, if they are in it. */
  removeParticipant(room: string, identity: string): Promise<void>;
  /**
   * Reads a webhook of the media server; undefined when its event is of no interest. Throws when
   * the webhook's signature is not the media server's.
   */
  readWebhook(body: string, authorization: string): Promise<MediaEvent | undefined>;
  /** Records the call in a room. Undefined: this media server cannot record. */
  record?(room: string): Promise<RecordingInMedia>;
  /** Ends a recording that began before the service was last started. */
  stopRecording?(room: string, recording: MadeRecording): Promise<void>;
  /** The path from browsers to the signalling. Undefined: the sandbox does not control it. */
  readonly signal?: SignalPath;
}

/** A recording, and the way to end it. */
export interface RecordingInMedia extends MadeRecording {
  /** Ends the recording; does nothing when the recording has ended with its call. */
  stop(): Promise<void>;
}

/** A path to the signalling that can be blocked. */
export interface SignalPath {
  /**
   * Cuts all connections at once, and refuses new ones until the returned function is called.
   * `onHit` is called for each connection that is cut or refused.
   */
  block(onHit: () => void): () => void;
}

/** The error without a working media server. The message names the remedy. */
export class MediaUnavailableError extends Error {}

/**
 * Takes the place of a missing media server: REST works, and calls explain why they cannot connect.
 */
export function noMedia(explanation: string): Media {
  return {
    grant: () => Promise.reject(new MediaUnavailableError(explanation)),
    closeRoom: () => Promise.resolve(),
    removeParticipant: () => Promise.resolve(),
    readWebhook: () => Promise.reject(new MediaUnavailableError(explanation)),
  };
}
