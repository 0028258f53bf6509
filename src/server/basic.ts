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
 * Whether an `Authorization` header contains these credentials. It compares every byte of the
 * header, so that the time reveals neither the position of a difference nor the length of the
 * credentials.
 */
export function isBasic(header: string | null, expected: Uint8Array): boolean {
  const given = decode(header);
  let difference = given.length ^ expected.length;
  for (let index = 0; index < given.length; index++) {
    difference |= given.charCodeAt(index) ^ (expected[index % expected.length] ?? 0);
  }
  return difference === 0;
}

/**
 * Refuses credentials that can never work, or that would admit everybody.
 *
 * @throws {FfcError} `missing-credentials`, stage `setup`. It contains none of them.
 */
export function checkCredentials(names: string, user: unknown, password: unknown): void {
  const problem = problemOf(user, password);
  if (!problem) return;
  throw new FfcError({
    reason: 'missing-credentials',
    stage: 'setup',
    message: `Set ${names}: ${problem}.`,
  });
}

function problemOf(user: unknown, password: unknown): string | undefined {
  const given = [user, password];
  if (!given.every((text) => typeof text === 'string' && text.trim() !== '')) {
    return 'text that is not empty';
  }
  if (String(user).includes(':')) return 'the first must have no colon';
  // A file or a shell may add white space to a value.
  const padded = given.some((text) => text !== String(text).trim());
  if (padded) return 'there is white space at an end of one; trim it, also where it is registered';
  const broken = given.some((text) => /[\x00-\x1f\x7f]/.test(String(text)));
  return broken ? 'there is a line break or another control character in one' : undefined;
}

/** The bytes that Basic credentials encode, one in each character; empty for anything else. */
function decode(header: string | null): string {
  const [, base64 = ''] = /^Basic +(\S+)$/i.exec(header ?? '') ?? [];
  try {
    return atob(base64);
  } catch {
    return '';
  }
}
