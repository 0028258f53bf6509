import type { TestRunnerPlugin } from '@web/test-runner';
import {
  AccessToken,
  DataPacket_Kind,
  RoomServiceClient,
  type VideoGrant,
} from 'livekit-server-sdk';
import { SignalGate } from '../../../sandbox/livekit/signal-gate.js';
import type { LiveKitCommands } from './commands.js';

/** Offers a server's actions to tests in the page: tokens, room control and a cut connection. */
export function livekitPlugin(env: NodeJS.ProcessEnv): TestRunnerPlugin {
  const url = required(env, 'FFC_LIVEKIT_URL');
  const key = required(env, 'FFC_LIVEKIT_KEY');
  const secret = required(env, 'FFC_LIVEKIT_SECRET');
  const rooms = new RoomServiceClient(url.replace(/^ws/, 'http'), key, secret);
  const { protocol, hostname, port } = new URL(url);
  const wire = new SignalGate({
    host: hostname,
    port: Number(port) || (protocol === 'wss:' ? 443 : 80),
  });
  let mend = (): void => {};

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
    sendData: ({ room, topic, text }) =>
      rooms.sendData(room, new TextEncoder().encode(text), DataPacket_Kind.RELIABLE, { topic }),
    setPermissions: async ({ room, identity, permissions }) => {
      await rooms.updateParticipant(room, identity, { permission: permissions });
    },
    setRoomMetadata: async ({ room, metadata }) => {
      await rooms.updateRoomMetadata(room, metadata);
    },
    wire: async () => {
      mend();
      if (wire.port === undefined) await wire.open({ host: '127.0.0.1', port: 0 });
      return `${protocol}//127.0.0.1:${wire.port}`;
    },
    cutWire: () => {
      mend();
      mend = wire.block(() => {});
      return Promise.resolve();
    },
    mendWire: () => {
      mend();
      return Promise.resolve();
    },
  };

  return {
    name: 'livekit',
    async executeCommand({ command, payload }) {
      const name = command.startsWith('livekit:') ? command.slice('livekit:'.length) : '';
      if (!Object.hasOwn(commands, name)) return undefined;
      const all = commands as unknown as Record<string, (payload: unknown) => Promise<unknown>>;
      // The page takes an empty result for no answer, so an object wraps the result.
      return { answer: await all[name]?.(payload) };
    },
    serverStop: () => wire.close(),
  };
}

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value)
    throw new Error(`${name} is not set. \`npm run test:live\` starts a server and sets it.`);
  return value;
}
