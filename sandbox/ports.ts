import { createSocket } from 'node:dgram';
import { createServer } from 'node:net';
import { loopbackFor } from './addresses.js';
import { StartError } from './start-error.js';

/** Every port that others connect to, with the option and the variable that choose it. */
export const portChoices = {
  page: { option: 'port', env: 'FFC_PORT', standard: 7800, use: 'the page' },
  service: { option: 'service-port', env: 'FFC_SERVICE_PORT', standard: 7801, use: 'the service' },
  livekit: { option: 'livekit-port', env: 'FFC_LIVEKIT_PORT', standard: 7880, use: 'LiveKit' },
  livekitTcp: {
    option: 'livekit-tcp-port',
    env: 'FFC_LIVEKIT_TCP_PORT',
    standard: 7881,
    use: "LiveKit's media over TCP",
  },
  livekitUdp: {
    option: 'livekit-udp-port',
    env: 'FFC_LIVEKIT_UDP_PORT',
    standard: 7882,
    use: "LiveKit's media over UDP",
  },
} as const;

export type PortName = keyof typeof portChoices;
export type Ports = Readonly<Record<PortName, number>>;

/**
 * Adds LiveKit's own port, behind the one that browsers use: any free port on a loopback address.
 */
export type AllPorts = Ports & { readonly livekitInner: number };

/** The error for an unusable port. The message names the port and the way to choose another. */
export class PortError extends StartError {
  override readonly name = 'PortError';

  constructor(name: PortName, port: number, host: string, code: string | undefined) {
    const { option, env, use } = portChoices[name];
    const why =
      {
        EADDRINUSE: 'is taken',
        EACCES: 'may not be opened by this user',
        EADDRNOTAVAIL: `cannot be opened: ${host} is not an address of this machine (--host)`,
      }[code ?? ''] ?? `cannot be opened (${code ?? 'unknown reason'})`;
    super(
      `Port ${port} for ${use} ${why}. ` +
        `Choose another with --${option} or ${env}; 0 takes any that is free.`,
    );
  }
}

/**
 * Makes sure that the ports are free, and finds a free one for each that is 0. Only the named ports
 * are checked. Throws a {@link PortError} for the first port that cannot be used.
 */
export async function choosePorts<N extends keyof AllPorts>(
  wanted: Readonly<Record<N, number>>,
  host: string,
): Promise<Record<N, number>> {
  const chosen: Record<N, number> = { ...wanted };
  // All ports are held until the last is found, so that no two get the same number.
  const held: (() => Promise<void>)[] = [];
  try {
    for (const name of Object.keys(wanted) as N[]) {
      const open = name === 'livekitUdp' ? openUdp : openTcp;
      const isInner = name === 'livekitInner';
      try {
        const { port, close } = await open(wanted[name], isInner ? loopbackFor(host) : host);
        held.push(close);
        chosen[name] = port;
      } catch (error) {
        const { code } = error as NodeJS.ErrnoException;
        throw new PortError(isInner ? 'livekit' : name, wanted[name], host, code);
      }
    }
  } finally {
    await Promise.all(held.map((close) => close()));
  }
  return chosen;
}

interface OpenPort {
  readonly port: number;
  readonly close: () => Promise<void>;
}

function openTcp(port: number, host: string): Promise<OpenPort> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen({ port, host, exclusive: true }, () => {
      const address = server.address();
      resolve({
        port: typeof address === 'object' && address ? address.port : port,
        close: () => new Promise((done) => server.close(() => done())),
      });
    });
  });
}

function openUdp(port: number, host: string): Promise<OpenPort> {
  return new Promise((resolve, reject) => {
    const socket = createSocket(host.includes(':') ? 'udp6' : 'udp4');
    socket.once('error', reject);
    socket.bind({ port, address: host, exclusive: true }, () => {
      resolve({
        port: socket.address().port,
        close: () => new Promise((done) => socket.close(() => done())),
      });
    });
  });
}
