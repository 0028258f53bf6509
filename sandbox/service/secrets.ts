import type { PasswordHash } from './records.js';

const encoder = new TextEncoder();

/** Hashes a password for storage. */
export async function hashPassword(password: string): Promise<PasswordHash> {
  const salt = crypto.getRandomValues(new Uint8Array(16));
  return { salt: toBase64(salt), hash: toBase64(await derive(password, salt)) };
}

/** Whether the password matches the stored hash. */
export async function isPassword(password: string, stored: PasswordHash): Promise<boolean> {
  const salt = Uint8Array.from(atob(stored.salt), (char) => char.charCodeAt(0));
  return equalSecrets(toBase64(await derive(password, salt)), stored.hash);
}

/** Compares in a time that reveals neither where the texts differ nor how long they are. */
export async function equalSecrets(a: string, b: string): Promise<boolean> {
  const [left, right] = await Promise.all([digest(a), digest(b)]);
  let difference = 0;
  left.forEach((byte, index) => (difference |= byte ^ (right[index] ?? 0)));
  return difference === 0;
}

async function derive(password: string, salt: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const key = await crypto.subtle.importKey('raw', encoder.encode(password), 'PBKDF2', false, [
    'deriveBits',
  ]);
  const parameters = { name: 'PBKDF2', hash: 'SHA-256', salt, iterations: 100_000 };
  return new Uint8Array(await crypto.subtle.deriveBits(parameters, key, 256));
}

async function digest(text: string): Promise<Uint8Array> {
  return new Uint8Array(await crypto.subtle.digest('SHA-256', encoder.encode(text)));
}

function toBase64(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes));
}
