import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fchmodSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Journal } from './service/journaled-map.js';
import { createMemoryStore } from './service/memory-store.js';
import type { SandboxStore } from './service/store.js';
import { StartError } from './start-error.js';

/** Goes up when records change in a way that older ones cannot be read. */
const version = 1;

/** The file cannot be used as the sandbox's state; the message says why. */
export class StateFileError extends StartError {}

/** What a sandbox remembers over restarts. */
export interface StateFile {
  readonly store: SandboxStore;
  /** Whether there was nothing in it. */
  readonly isNew: boolean;
  /** A secret of so many random bytes, which stays the same; made when it is first asked for. */
  readonly secret: (name: string, bytes: number) => Buffer;
  readonly close: () => void;
}

/**
 * Opens or creates the SQLite file that keeps the sandbox's state. It holds secrets, so only its
 * owner may read it and what lies beside it. A missing folder is made, for its owner too. One sandbox at a time can have it open. Throws a {@link StateFileError}.
 */
export function openStateFile(path: string): StateFile {
  const database = open(path);
  const read = database.prepare('SELECT id, json FROM records WHERE kind = ? ORDER BY id');
  const write = database.prepare(
    'INSERT OR REPLACE INTO records (kind, id, json) VALUES (?, ?, ?)',
  );
  const remove = database.prepare('DELETE FROM records WHERE kind = ? AND id = ?');
  const journal: Journal = {
    read: (kind) =>
      read.all(kind).map(({ id, json }) => ({
        id: Number(id),
        record: typeof json === 'string' ? (JSON.parse(json) as object) : undefined,
      })),
    // What is deleted leaves its id behind, so that no other record ever gets it.
    write: (kind, id, record) =>
      void write.run(kind, id, record === undefined ? null : JSON.stringify(record)),
    forget: (kind, id) => void remove.run(kind, id),
  };
  const readSecret = database.prepare('SELECT value FROM secrets WHERE name = ?');
  const writeSecret = database.prepare('INSERT INTO secrets (name, value) VALUES (?, ?)');
  const isNew = database.prepare('SELECT 1 FROM records LIMIT 1').get() === undefined;
  return {
    store: createMemoryStore(journal),
    isNew,
    secret(name, bytes) {
      const known = readSecret.get(name)?.['value'];
      if (known instanceof Uint8Array) return Buffer.from(known);
      const made = randomBytes(bytes);
      writeSecret.run(name, made);
      return made;
    },
    close: () => database.close(),
  };
}

/**
 * Makes the file, and a folder for it, where there is none, and lets nobody but the owner into
 * it: before SQLite writes the first secret there, or makes the files beside it, which get the
 * mode of this one.
 */
function keepToOwner(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    chmodSync(folder, 0o700);
  }
  const file = openSync(path, 'a', 0o600);
  // Of a new file too: the umask may have taken away what the owner needs.
  fchmodSync(file, 0o600);
  closeSync(file);
  for (const beside of [`${path}-wal`, `${path}-shm`, `${path}-journal`]) {
    if (existsSync(beside)) chmodSync(beside, 0o600);
  }
}

function open(path: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    keepToOwner(path);
    database = new DatabaseSync(path);
    // What one sandbox holds in memory, another must not change in the file.
    database.exec('PRAGMA locking_mode = EXCLUSIVE; PRAGMA journal_mode = WAL');
    database.exec('PRAGMA synchronous = NORMAL');
    const found = Number(database.prepare('PRAGMA user_version').get()?.['user_version']);
    if (found !== 0 && found !== version) {
      throw new StateFileError(`The state file ${path} is of another version of the sandbox.`);
    }
    database.exec(`
      BEGIN;
      CREATE TABLE IF NOT EXISTS records (
        kind TEXT NOT NULL, id INTEGER NOT NULL, json TEXT, PRIMARY KEY (kind, id)
      ) WITHOUT ROWID;
      CREATE TABLE IF NOT EXISTS secrets (name TEXT PRIMARY KEY, value BLOB NOT NULL);
      PRAGMA user_version = ${version};
      COMMIT;
    `);
    return database;
  } catch (error) {
    database?.close();
    if (error instanceof StateFileError) throw error;
    const reason = error instanceof Error ? error.message : '';
    throw new StateFileError(`The state file ${path} cannot be used: ${reason}.`);
  }
}
