import type { RtcSession } from '../../rtc/session.js';

/** The measured values of a connection. A value that the browser does not report is undefined. */
export interface Measured {
  /** The round trip to the server, in milliseconds. */
  readonly delay: number | undefined;
  /** The share of lost packets since the start of the call, from 0 to 1. */
  readonly loss: number | undefined;
  /** Bits a second since the last measurement. */
  readonly sent: number | undefined;
  readonly received: number | undefined;
  readonly way: 'udp' | 'tcp' | 'relay' | undefined;
}

/** The counts of a measurement, from which the next one computes rates. */
interface Counts {
  readonly at: number;
  readonly sent: number;
  readonly received: number;
}

/** The most remote tracks to read: each reports the shared connection, and its own loss. */
const tracksAtMost = 6;

/** Measures the media connection of a session repeatedly. */
export class Meter {
  readonly #session: RtcSession;
  #before: Counts | undefined;

  constructor(session: RtcSession) {
    this.#session = session;
  }

  async measure(): Promise<Measured> {
    const reports = await this.#reports();
    // The reports of all tracks on one connection contain the same candidate pair.
    const pairs = [...new Map(reports.flatMap(pairsOf).map((pair) => [pair['id'], pair])).values()];
    const now: Counts = {
      at: performance.now(),
      sent: sumOf(pairs, 'bytesSent'),
      received: sumOf(pairs, 'bytesReceived'),
    };
    const before = this.#before;
    this.#before = now;
    const rate = (count: 'sent' | 'received'): number | undefined =>
      before && pairs.length > 0 && now.at > before.at
        ? (Math.max(0, now[count] - before[count]) * 8000) / (now.at - before.at)
        : undefined;
    const inbound = reports.flatMap((report) => ofType(report, 'inbound-rtp'));
    const delays = pairs.map((pair) => numberOf(pair, 'currentRoundTripTime')).filter((n) => n > 0);
    return {
      delay: delays.length > 0 ? Math.max(...delays) * 1000 : undefined,
      loss: shareLost(inbound),
      sent: rate('sent'),
      received: rate('received'),
      way: reports.map(wayOf).find((way) => way !== undefined),
    };
  }

  /**
   * Returns one report for each of the two connections, and reports of further tracks for their
   * loss.
   */
  async #reports(): Promise<readonly RTCStatsReport[]> {
    const { liveRoom } = this.#session;
    if (!liveRoom) return [];
    const own = [...liveRoom.localParticipant.trackPublications.values()].slice(0, 1);
    const others = [...liveRoom.remoteParticipants.values()]
      .flatMap(({ trackPublications }) => [...trackPublications.values()])
      .filter(({ track }) => track !== undefined)
      .slice(0, tracksAtMost);
    const reports = [...own, ...others].map(async ({ track }) =>
      track?.getRTCStatsReport().catch(() => undefined),
    );
    return (await Promise.all(reports)).filter((report) => report !== undefined);
  }
}

export type Stats = Readonly<Record<string, unknown>>;

/** The statistics of one type in a report. */
export function ofType(report: RTCStatsReport, type: string): Stats[] {
  const found: Stats[] = [];
  report.forEach((stats: Stats) => stats['type'] === type && found.push(stats));
  return found;
}

function pairsOf(report: RTCStatsReport): Stats[] {
  return ofType(report, 'candidate-pair').filter(
    ({ nominated, state }) => nominated === true && state === 'succeeded',
  );
}

function wayOf(report: RTCStatsReport): Measured['way'] {
  const [pair] = pairsOf(report);
  const own = ofType(report, 'local-candidate').find(({ id }) => id === pair?.['localCandidateId']);
  if (!own) return undefined;
  if (own['candidateType'] === 'relay') return 'relay';
  return own['protocol'] === 'tcp' ? 'tcp' : 'udp';
}

/** The share of lost packets, from 0 to 1; undefined before the first packet. */
export function shareLost(inbound: readonly Stats[]): number | undefined {
  const lost = sumOf(inbound, 'packetsLost');
  const all = lost + sumOf(inbound, 'packetsReceived');
  return all > 0 ? Math.max(0, lost) / all : undefined;
}

function sumOf(all: readonly Stats[], name: string): number {
  return all.reduce((sum, stats) => sum + numberOf(stats, name), 0);
}

/** A number of the statistics; 0 if it is missing. */
export function numberOf(stats: Stats, name: string): number {
  const value = stats[name];
  return typeof value === 'number' ? value : 0;
}
