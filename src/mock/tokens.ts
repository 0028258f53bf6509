import { asText } from './people.js';
import type { MockLocal } from './types.js';

/** The claims that a scripted service puts into its RTC tokens, and a scripted session reads. */
export interface MockClaims {
  readonly roomId: number;
  /** The `customData` of the token's request. */
  readonly customData?: Readonly<Record<string, unknown>>;
}

const prefix = 'mock-token-of-room-';

/** Creates a token that holds no secret. */
export function createMockToken({ roomId, customData }: MockClaims): string {
  const claims = customData ? ` ${JSON.stringify(customData)}` : '';
  return `${prefix}${roomId}${claims}`;
}

/** The local participant after a join with this token, with its `customData` in the metadata. */
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
    // A script may give somebody broken metadata on purpose.
    return {};
  }
}
