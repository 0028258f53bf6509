import type { MadeRecording } from './records.js';

/** What the media server tells about who is in a call. Rooms go by their uuid. */
export type CallEvent =
  | {
      readonly type: 'participant-joined' | 'participant-left';
      readonly room: string;
      /** The media server's id of this run of the room. */
      readonly session: string;
      /** The media server's id of this participation: a new one each time that someone joins. */
      readonly participant: string;
      /** Who it is: the identity of {@link MediaAccess}. */
      readonly identity: string;
    }
  | { readonly type: 'room-finished'; readonly room: string; readonly session: string };

/** All that the media server tells. */
export type MediaEvent =
  | CallEvent
  /** A recording of the call, or a stream of it to elsewhere, is over. */
  | {
      readonly type: 'egress-ended';
      readonly room: string;
      /** The media server's id of it. */
      readonly egress: string;
    };

/** Who may enter which room. */
export interface MediaAccess {
  readonly room: string;
  readonly identity: string;
  readonly name: string;
  /** JSON text about the member, given to everybody in the room. */
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
  /** Takes somebody out of the call in a room, if they are in. */
  removeParticipant(room: string, identity: string): Promise<void>;
  /**
   * Reads a webhook of the media server; undefined when it tells nothing of interest. Throws
   * when the webhook's signature is not the media server's.
   */
  readWebhook(body: string, authorization: string): Promise<MediaEvent | undefined>;
  /** Records the call in a room. Undefined: it cannot. */
  record?(room: string): Promise<RecordingInMedia>;
  /** Ends a recording that an earlier start of the service has begun. */
  stopRecording?(room: string, recording: MadeRecording): Promise<void>;
  /** The way from browsers to its signalling. Undefined: it is not in our hands. */
  readonly signal?: SignalPath;
}

/** A recording, and the way to end it. */
export interface RecordingInMedia extends MadeRecording {
  /** Ends it; nothing happens when it has ended with its call. */
  stop(): Promise<void>;
}

/** A way that can be blocked. */
export interface SignalPath {
  /**
   * Cuts all connections at once, and turns away new ones until the function that it gives is
   * called. `onHit` is told of each connection that this costs.
   */
  block(onHit: () => void): () => void;
}

/** There is no media server that works; the message says what to do about it. */
export class MediaUnavailableError extends Error {}

/** Stands in for a media server that cannot be had: REST works, calls say why they cannot. */
export function noMedia(explanation: string): Media {
  return {
    grant: () => Promise.reject(new MediaUnavailableError(explanation)),
    closeRoom: () => Promise.resolve(),
    removeParticipant: () => Promise.resolve(),
    readWebhook: () => Promise.reject(new MediaUnavailableError(explanation)),
  };
}
