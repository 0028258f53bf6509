import { randomUUID } from 'node:crypto';
import { RoomServiceClient, ServerError } from 'livekit-server-sdk';
import { findLiveKit, reasonOf, type ExternalLiveKit } from './find.js';
import { LocalMediaServer, type NodePorts } from './local-server.js';
import { absentMediaServer, externalMediaServer, type MediaServer } from './media-server.js';
import type { Report } from './report.js';

/** How long a LiveKit that runs elsewhere may take to answer, in milliseconds. */
const answerTime = 3000;

export interface StartMediaOptions {
  /** The address to listen on. */
  readonly host: string;
  /** For a server of our own; 0 for `livekitTcp`: no media over TCP. */
  readonly ports: {
    readonly livekit: number;
    readonly livekitInner: number;
    readonly livekitUdp: number;
    readonly livekitTcp: number;
  };
  /** The URL that LiveKit posts its webhooks to. */
  readonly webhookUrl?: string;
  readonly report: Report;
  readonly env: NodeJS.ProcessEnv;
  readonly signal?: AbortSignal | undefined;
  /** Several nodes instead of one server. Default: one. */
  readonly cluster?: {
    /** The ports of the nodes after the first. */
    readonly more: readonly NodePorts[];
    /** Host and port of the Redis in which the nodes find each other. */
    readonly redis: string;
  };
  /** Called when a server of our own has died. The death has been reported already. */
  readonly onDied?: () => void;
}

/**
 * Finds or builds a LiveKit server, and starts it unless it is an external one. Without one the
 * rest of the sandbox still works: the missing server is reported, and calls explain it too.
 */
export async function startMedia(options: StartMediaOptions): Promise<MediaServer> {
  const { host, ports, webhookUrl, report, env, signal, cluster, onDied } = options;
  const egressFolder = env['FFC_LIVEKIT_EGRESS'] || undefined;
  const found = await findLiveKit({ report, env, signal });
  if (found.kind === 'missing') {
    report(found.explanation);
    return absentMediaServer(found.explanation);
  }
  if (found.kind === 'external') {
    report(`LiveKit: ${found.url}, from FFC_LIVEKIT_URL.`);
    const failure = await failureOf(found, signal);
    if (failure) report(`Warning: calls cannot connect: ${failure}.`);
    if (webhookUrl) report(`Rooms show who is in when it sends its webhooks to ${webhookUrl}.`);
    if (webhookUrl) reportRecording(report, egressFolder);
    return externalMediaServer(found, egressFolder);
  }
  const first = {
    innerPort: ports.livekitInner,
    udpPort: ports.livekitUdp,
    tcpPort: ports.livekitTcp,
  };
  const server: LocalMediaServer = new LocalMediaServer({
    binary: found.path,
    host,
    port: ports.livekit,
    nodes: [first, ...(cluster?.more ?? [])],
    redis: cluster?.redis,
    webhookUrl,
    egressFolder,
    onDied: (region, log) => {
      const isOver = server.outage() !== undefined;
      if (isOver) report('LiveKit has died, and all calls with it. Start again to have calls.');
      else report(`LiveKit's ${region} has died. Its calls go on through the others.`);
      if (log) report(log);
      if (isOver) onDied?.();
    },
  });
  try {
    await server.start(signal);
  } catch (error) {
    await server.stop();
    signal?.throwIfAborted();
    const reason = `LiveKit does not start: ${error instanceof Error ? error.message : 'unknown'}`;
    report(reason);
    return absentMediaServer(reason);
  }
  report(`LiveKit: ${server.url}, ${found.origin} (${found.path}).`);
  if (webhookUrl) reportRecording(report, egressFolder);
  return server;
}

function reportRecording(report: Report, egressFolder: string | undefined): void {
  report(
    egressFolder === undefined
      ? 'Recording is played: rooms say that they are recorded, but nothing is (FFC_LIVEKIT_EGRESS).'
      : `Recording: by LiveKit's egress service, into its folder ${egressFolder}.`,
  );
}

/** Why a LiveKit that runs elsewhere cannot be used; undefined: it can. */
async function failureOf(
  { url, key, secret }: ExternalLiveKit,
  signal: AbortSignal | undefined,
): Promise<string | undefined> {
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), key, secret, {
    requestTimeout: answerTime / 1000,
    failover: false,
  });
  try {
    // Asks for a room that nobody has: the answer shows whether the credentials are valid.
    await rooms.listRooms([randomUUID()]);
    return undefined;
  } catch (error) {
    signal?.throwIfAborted();
    if (error instanceof ServerError && error.status === 401) {
      return 'it does not take FFC_LIVEKIT_KEY and FFC_LIVEKIT_SECRET';
    }
    if (error instanceof ServerError)
      return `it is no LiveKit, or is ill: it answers ${error.status}`;
    return `it does not answer (${reasonOf(error)})`;
  }
}
