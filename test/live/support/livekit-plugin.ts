import { once } from 'node:events';
import { type AddressInfo, createServer, connect, type Server, type Socket } from 'node:net';
import type { TestRunnerPlugin } from '@web/test-runner';
import { AccessToken, RoomServiceClient, type VideoGrant } from 'livekit-server-sdk';
import type { LiveKitCommands } from './commands.js';

/** Gives the tests in the page what only a server may do: tokens, room control, a cut wire. */
export function livekitPlugin(env: NodeJS.ProcessEnv): TestRunnerPlugin {
  const url = required(env, 'FFC_LIVEKIT_URL');
  const key = required(env, 'FFC_LIVEKIT_KEY');
  const secret = required(env, 'FFC_LIVEKIT_SECRET');
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), key, secret);
  const wire = new Wire(new URL(url));

  const commands: LiveKitCommands = {
    async credentials({ room, identity, name, metadata, grant }) {
      const token = new AccessToken(key, secret, {
        identity,
        ...(name !== undefined && { name }),
        ...(metadata !== undefined && { metadata }),
      });
      token.addGrant({ roomJoin: true, room, ...(grant as VideoGrant | undefined) });
      return { url, token: await token.toJwt() };
    },
    deleteRoom: ({ room }) => rooms.deleteRoom(room),
    removeParticipant: ({ room, identity }) => rooms.removeParticipant(room, identity),
    mute: async ({ room, identity, trackSid }) => {
      await rooms.mutePublishedTrack(room, identity, trackSid, true);
    },
    wire: () => wire.open(),
    cutWire: () => wire.cut(),
    mendWire: () => wire.mend(),
  };

  return {
    name: 'livekit',
    async executeCommand({ command, payload }) {
      const name = command.startsWith('livekit:') ? command.slice('livekit:'.length) : '';
      if (!Object.hasOwn(commands, name)) return undefined;
      const all = commands as unknown as Record<string, (payload: unknown) => Promise<unknown>>;
      // The page can tell an answer from none only when it is not empty.
      return { answer: await all[name]?.(payload) };
    },
    serverStop: () => wire.close(),
  };
}

/** A TCP proxy before the server's signalling, so that a test can be the network that fails. */
class Wire {
  readonly #target: URL;
  readonly #sockets = new Set<Socket>();
  #server: Server | undefined;
  #isCut = false;

  constructor(target: URL) {
    this.#target = target;
  }

  async open(): Promise<string> {
    this.#isCut = false;
    if (!this.#server) {
      this.#server = createServer((socket) => this.#accept(socket));
      this.#server.listen(0, '127.0.0.1');
      await once(this.#server, 'listening');
    }
    const { port } = this.#server.address() as AddressInfo;
    return `${this.#target.protocol}//127.0.0.1:${port}`;
  }

  async cut(): Promise<void> {
    this.#isCut = true;
    for (const socket of this.#sockets) socket.destroy();
    return Promise.resolve();
  }

  async mend(): Promise<void> {
    this.#isCut = false;
    return Promise.resolve();
  }

  async close(): Promise<void> {
    await this.cut();
    this.#server?.close();
  }

  #accept(socket: Socket): void {
    if (this.#isCut) {
      socket.destroy();
      return;
    }
    const { hostname, port, protocol } = this.#target;
    const upstream = connect(Number(port) || (protocol === 'wss:' ? 443 : 80), hostname);
    for (const [from, to] of [
      [socket, upstream],
      [upstream, socket],
    ] as const) {
      this.#sockets.add(from);
      from.pipe(to);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.#sockets.delete(from);
        to.destroy();
      });
    }
  }
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run test:live\` starts a server and sets it.`);
  return value;
}
