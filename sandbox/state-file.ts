import { randomBytes } from 'node:crypto';
import { chmodSync, closeSync, existsSync, fchmodSync, mkdirSync, openSync } from 'node:fs';
import { dirname } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Journal } from './service/journaled-map.js';
import { createMemoryStore } from './service/memory-store.js';
import type { SandboxStore } from './service/store.js';
import { StartError } from './start-error.js';

/** Increases when records change so that older ones cannot be read. */
const version = 1;

/** The error for a file that cannot be the sandbox's state. The message names the reason. */
export class StateFileError extends StartError {}

/** The state that a sandbox keeps over restarts. */
export interface StateFile {
  readonly store: SandboxStore;
  /** Whether the file was empty. */
  readonly isNew: boolean;
  /** A secret of random bytes. It is created on the first read, and never changes. */
  readonly secret: (name: string, bytes: number) => Buffer;
  readonly close: () => void;
}

/**
 * Opens or creates the SQLite file that keeps the sandbox's state. The file holds secrets, so only
 * its owner may read it and the files beside it. A missing folder is created, for the owner only
 * too. Only one sandbox at a time can have the file open. Throws a {@link StateFileError}.
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
    // A deleted record leaves its id behind, so that no other record ever gets it.
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
 * Creates the file and its folder where they are missing, and gives access to the owner only. This
 * must happen before SQLite writes the first secret, and before it creates the files beside this
 * one, which get the same mode.
 */
function keepToOwner(path: string): void {
  const folder = dirname(path);
  if (!existsSync(folder)) {
    mkdirSync(folder);
    chmodSync(folder, 0o700);
  }
  const file = openSync(path, 'a', 0o600);
  // Also for a new file: the umask may have removed permissions that the owner needs.
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
    // The sandbox holds the records in memory, so no other one may change the file.
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
