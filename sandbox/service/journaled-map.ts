/** Keeps the records of the store over restarts. */
export interface Journal {
  /** All that was ever written, by id. An entry without a record is a deleted one. */
  read(table: string): readonly { readonly id: number; readonly record: object | undefined }[];
  write(table: string, id: number, record: object | undefined): void;
  /** Removes every trace of the record, even that its id was taken. */
  forget(table: string, id: number): void;
}

/** Records by id, written through to the journal. */
export class JournaledMap<R extends object> {
  protected readonly rows = new Map<number, R>();
  protected lastId = 0;
  readonly #name: string;
  readonly #journal: Journal | undefined;

  constructor(name: string, journal: Journal | undefined) {
    this.#name = name;
    this.#journal = journal;
    for (const { id, record } of journal?.read(name) ?? []) {
      this.lastId = Math.max(this.lastId, id);
      // The journal returns records as they were written.
      if (record) this.rows.set(id, Object.freeze(record) as R);
    }
  }

  protected put(id: number, row: R): void {
    this.rows.set(id, Object.freeze(row));
    this.#journal?.write(this.#name, id, row);
  }

  delete(id: number): void {
    if (this.rows.delete(id)) this.#journal?.write(this.#name, id, undefined);
  }

  /** Reserves the id, so that no other record gets it, even after a restart. */
  protected take(id: number): void {
    this.#journal?.write(this.#name, id, undefined);
  }

  /** Unlike {@link delete}, does not reserve the id: for records that nothing refers to by id. */
  protected forget(id: number): void {
    if (this.rows.delete(id)) this.#journal?.forget(this.#name, id);
  }
}

/** Records that contain their id, which the table assigns. */
export class RecordTable<R extends { readonly id: number }> extends JournaledMap<R> {
  insert(row: Omit<R, 'id'>): R {
    return this.add(row, this.lastId + 1);
  }

  replace(row: R): void {
    if (this.rows.has(row.id)) this.put(row.id, row);
  }

  /** Assigns an id, which stays reserved, to a record that is not kept. */
  pass(row: Omit<R, 'id'>): R {
    this.lastId += 1;
    this.take(this.lastId);
    return { ...row, id: this.lastId } as unknown as R;
  }

  protected add(row: Omit<R, 'id'>, id: number): R {
    this.lastId = id;
    const stored = { ...row, id } as unknown as R;
    this.put(id, stored);
    return stored;
  }
}
