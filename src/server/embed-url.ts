import { roomSegment } from '../api/routes.js';
import { FfcError } from '../core/errors.js';
import type { EmbedInput } from './types.js';

/**
 * The address of the service's own page for a room, which is documented. Its `key` is the login's
 * answer as JSON, in base64. The fields that the page reads are not documented, so it contains all.
 *
 * @throws {FfcError} `invalid-room-id` or `invalid-request`, stage `setup`.
 */
export function embedUrl(baseUrl: string, input: EmbedInput): string {
  const { appId, roomUuid, login, ...looks } = input;
  const [kind, uuid] = roomSegment(roomUuid).split('/');
  if (kind !== 'uuid' || !uuid) throw invalid('invalid-room-id', '`roomUuid` must be a uuid.');
  if (!Number.isSafeInteger(appId)) throw invalid('invalid-request', '`appId` must be a number.');
  const { accessToken, streamingToken, refreshToken } = login;
  const bytes = new TextEncoder().encode(
    JSON.stringify({ accessToken, streamingToken, refreshToken }),
  );
  const url = new URL(`${baseUrl}/vicollo-apps/${appId}/rooms/join/${uuid}`);
  url.searchParams.set('key', btoa(String.fromCharCode(...bytes)));
  for (const name of [
    'isObserver',
    'displayName',
    'drawLayoutType',
    'drawLayoutPosition',
  ] as const) {
    const value = looks[name];
    if (value !== undefined && value !== '') url.searchParams.set(name, String(value));
  }
  return url.href;
}

function invalid(reason: 'invalid-room-id' | 'invalid-request', message: string): FfcError {
  return new FfcError({ reason, stage: 'setup', message });
}
