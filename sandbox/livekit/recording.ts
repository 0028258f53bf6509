import { EgressClient, EncodedFileOutput, EncodedFileType } from 'livekit-server-sdk';
import type { RoomServiceClient } from 'livekit-server-sdk';
import type { RecordingInMedia } from '../service/media.js';
import type { MadeRecording } from '../service/records.js';
import { unlessGone } from './unless-gone.js';

export interface RecorderOptions {
  readonly key: string;
  readonly secret: string;
  /** http(s) address for requests from here; read for each request. */
  readonly apiUrl: () => string;
  readonly rooms: () => RoomServiceClient;
  /** The folder that LiveKit's egress service writes to. Undefined: there is no such service. */
  readonly egressFolder: string | undefined;
}

/**
 * Records a call with LiveKit's egress service; LiveKit then marks the room as recorded. Without
 * that service nothing is recorded. The metadata of the room mark it as recorded all the same, in a
 * form that our client understands.
 */
export async function record(room: string, options: RecorderOptions): Promise<RecordingInMedia> {
  const made = await begin(room, options);
  return { ...made, stop: () => stopRecording(room, made, options) };
}

/** Ends a recording; does nothing when the recording has ended with its call. */
export function stopRecording(
  room: string,
  { egress }: MadeRecording,
  options: RecorderOptions,
): Promise<void> {
  const stopping = egress
    ? egressClient(options).stopEgress(egress)
    : options.rooms().updateRoomMetadata(room, '');
  return unlessGone(stopping);
}

async function begin(room: string, options: RecorderOptions): Promise<MadeRecording> {
  const { rooms, egressFolder } = options;
  if (egressFolder === undefined) {
    await rooms().updateRoomMetadata(room, JSON.stringify({ isRecording: true }));
    return { tellsItsEnd: false };
  }
  const filepath = `${egressFolder.replace(/\/$/, '')}/${room}-{time}.mp4`;
  const file = new EncodedFileOutput({ fileType: EncodedFileType.MP4, filepath });
  const { egressId } = await egressClient(options).startRoomCompositeEgress(room, { file });
  return { tellsItsEnd: true, egress: egressId };
}

function egressClient({ key, secret, apiUrl }: RecorderOptions): EgressClient {
  return new EgressClient(apiUrl(), key, secret);
}
