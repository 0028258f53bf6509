import assert from 'node:assert/strict';
import { createHash } from 'node:crypto';
import { AccessToken } from 'livekit-server-sdk';
import {
  createRoom,
  createTestService,
  liveKitKey,
  liveKitMedia,
  liveKitSecret,
  rooms,
} from './service.js';

/** A webhook with LiveKit's signature. */
export async function signed(
  json: object,
  secret = liveKitSecret,
): Promise<{ as: string; body: string }> {
  const body = JSON.stringify(json);
  const token = new AccessToken(liveKitKey, secret);
  token.sha256 = createHash('sha256').update(body).digest('base64');
  return { as: await token.toJwt(), body };
}

/** A service with a room of `mina`, and a media server whose events the test sends. */
export async function liveRoom(
  options: Parameters<typeof createTestService>[0] = {},
  fields: object = {},
) {
  const service = createTestService({ media: liveKitMedia, ...options });
  const mina = await service.login('mina');
  const { id, uuid } = await createRoom(service, mina, fields);
  return {
    ...service,
    mina,
    id,
    uuid,
    get: async () => (await service.call(`GET ${rooms}/${id}`, { as: mina })).body,
    tell: async (event: string, participant?: string, session = 'RM_1', identity = 'mina') => {
      const webhook = await signed({
        event,
        room: { name: uuid, sid: session },
        ...(participant && { participant: { sid: participant, identity } }),
      });
      const { status } = await service.call('POST /livekit/webhooks', webhook);
      assert.equal(status, 204);
    },
  };
}
