import assert from 'node:assert/strict';
import { type Room, RoomServiceClient } from 'livekit-server-sdk';
import type { Sandbox } from '../../sandbox/start.js';

/** The media server of a sandbox, and its only room: for what only a server may do. */
export async function mediaServerOf({
  livekit: { url, key, secret },
}: Sandbox): Promise<{ readonly server: RoomServiceClient; readonly media: Room }> {
  const server = new RoomServiceClient(url.replace(/^ws/, 'http'), key, secret);
  const [media] = await server.listRooms();
  assert.ok(media);
  return { server, media };
}
