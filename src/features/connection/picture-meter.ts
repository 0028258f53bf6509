import type { RtcSession, TrackSource } from '../../rtc/session.js';
import type { PinSource } from '../../state/view.js';
import { numberOf, ofType, shareLost, type Stats } from './measure.js';

/** The picture of another participant: a camera with its microphone, or a screen with its sound. */
export interface PictureSubject {
  readonly identity: string;
  readonly source: PinSource;
}

/** The measured values of a received picture. One that the browser does not report is undefined. */
export interface Received {
  /** In pixels, such as `1280 × 720`. */
  readonly size: string | undefined;
  /** Frames a second. */
  readonly frames: number | undefined;
  /** Bits a second since the last measurement. */
  readonly rate: number | undefined;
  /** The share of lost packets since the track is received, from 0 to 1. */
  readonly loss: number | undefined;
  /** The names of the codecs, such as `VP8, opus`. */
  readonly codec: string | undefined;
}

const sources: Readonly<Record<PinSource, readonly TrackSource[]>> = {
  camera: ['camera', 'microphone'],
  screen_share: ['screen_share', 'screen_share_audio'],
};

/** Measures repeatedly what is received of a picture. */
export class PictureMeter {
  readonly #session: RtcSession;
  readonly #subject: PictureSubject;
  #before: { readonly at: number; readonly bytes: ReadonlyMap<string, number> } | undefined;

  constructor(session: RtcSession, subject: PictureSubject) {
    this.#session = session;
    this.#subject = subject;
  }

  async measure(): Promise<Received> {
    const reports = await this.#reports();
    const inbound = reports.flatMap((report) => ofType(report, 'inbound-rtp'));
    const video = inbound.find((stats) => stats['kind'] === 'video' && stats['frameWidth']);
    const frames = video && numberOf(video, 'framesPerSecond');
    const codecs = reports.flatMap((report) => codecsOf(report));
    return {
      size: video && `${String(video['frameWidth'])} × ${String(video['frameHeight'])}`,
      frames,
      rate: this.#rate(inbound),
      loss: shareLost(inbound),
      codec: codecs.length > 0 ? codecs.join(', ') : undefined,
    };
  }

  /** Compares only tracks of both measurements: the bytes of a new one are of a longer time. */
  #rate(inbound: readonly Stats[]): number | undefined {
    const before = this.#before;
    const at = performance.now();
    const bytes = new Map(
      inbound.map((stats) => [String(stats['id']), numberOf(stats, 'bytesReceived')]),
    );
    this.#before = { at, bytes };
    const passed = before ? at - before.at : 0;
    const known = [...bytes].flatMap(([id, count]) => {
      const last = before?.bytes.get(id);
      return last === undefined ? [] : [Math.max(0, count - last)];
    });
    if (known.length === 0 || passed <= 0) return undefined;
    return (known.reduce((sum, count) => sum + count) * 8000) / passed;
  }

  async #reports(): Promise<readonly RTCStatsReport[]> {
    const { identity, source } = this.#subject;
    const participant = this.#session.liveRoom?.remoteParticipants.get(identity);
    const wanted: readonly string[] = sources[source];
    // A muted track keeps the last values of its picture.
    const shown = [...(participant?.trackPublications.values() ?? [])].filter(
      (each) => wanted.includes(each.source) && !each.isMuted,
    );
    const reports = shown.map(async ({ track }) =>
      track?.getRTCStatsReport().catch(() => undefined),
    );
    return (await Promise.all(reports)).filter((report) => report !== undefined);
  }
}

/** The names of the codecs in use, such as `VP8`, without `video/` before them. */
function codecsOf(report: RTCStatsReport): readonly string[] {
  const used = ofType(report, 'inbound-rtp').map((stats) => stats['codecId']);
  return ofType(report, 'codec')
    .filter(({ id }) => used.includes(id))
    .map(({ mimeType }) => String(mimeType).replace(/^.*\//, ''));
}
