import { FfcError } from '../core/errors.js';

const encoder = new TextEncoder();

/** The bytes that Basic credentials encode. */
export function basicBytes(user: string, password: string): Uint8Array<ArrayBuffer> {
  return encoder.encode(`${user}:${password}`);
}

/** An `Authorization` header with Basic credentials. A secret. */
export function basicHeader(user: string, password: string): string {
  return `Basic ${btoa(String.fromCharCode(...basicBytes(user, password)))}`;
}

/**
 * Whether an `Authorization` header holds these credentials. What is compared are digests, all
 * of them, so that the time it takes tells neither where the two differ nor how long they are.
 */
export async function isBasic(header: string | null, expected: Uint8Array<ArrayBuffer>) {
  const [left, right] = await Promise.all([digest(decode(header)), digest(expected)]);
  let difference = 0;
  left.forEach((byte, index) => (difference |= byte ^ (right[index] ?? 0)));
  return difference === 0;
}

/**
 * Refuses credentials that would never work, or would let in anybody.
 *
 * @throws {FfcError} `missing-credentials`, stage `setup`.
 */
export function checkCredentials(names: string, user: unknown, password: unknown): void {
  const given = typeof user === 'string' && typeof password === 'string';
  if (given && user && password && !user.includes(':')) return;
  throw new FfcError({
    reason: 'missing-credentials',
    stage: 'setup',
    message: `Set ${names}: text that is not empty, the first without a colon.`,
  });
}

function decode(header: string | null): Uint8Array<ArrayBuffer> {
  const [, base64 = ''] = /^Basic +(\S+)$/i.exec(header ?? '') ?? [];
  try {
    return Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
  } catch {
    return new Uint8Array();
  }
}

async function digest(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
}
