import { asText } from './people.js';
import type { MockLocal } from './types.js';

/** What a scripted service puts into its RTC tokens, for a scripted session to read. */
export interface MockClaims {
  readonly roomId: number;
  /** The `customData` of the token's request. */
  readonly customData?: Readonly<Record<string, unknown>>;
}

const prefix = 'mock-token-of-room-';

/** A token that keeps no secret. */
export function createMockToken({ roomId, customData }: MockClaims): string {
  const claims = customData ? ` ${JSON.stringify(customData)}` : '';
  return `${prefix}${roomId}${claims}`;
}

/** Who the local participant is with this token: `customData` goes into the metadata. */
export function admit(local: MockLocal, token: string): MockLocal {
  const [, json] = /^mock-token-of-room-\d+ (.+)$/s.exec(token) ?? [];
  if (json === undefined) return local;
  const metadata = parse(asText(local.metadata) ?? '{}');
  const customData = { ...(metadata['customData'] as object), ...parse(json) };
  return { ...local, metadata: { ...metadata, customData } };
}

function parse(json: string): Record<string, unknown> {
  try {
    return JSON.parse(json) as Record<string, unknown>;
  } catch {
    // A script may say that somebody has broken metadata.
    return {};
  }
}
