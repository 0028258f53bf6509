/** Keeps what the store holds, for the next time. */
export interface Journal {
  /** All that was ever written, by id; without a record: it was deleted. */
  read(table: string): readonly { readonly id: number; readonly record: object | undefined }[];
  write(table: string, id: number, record: object | undefined): void;
  /** Leaves nothing of the record behind, not even that its id was taken. */
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
      // The journal gives back what was written.
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

  /** Lets no other record have this id, after a restart too. */
  protected take(id: number): void {
    this.#journal?.write(this.#name, id, undefined);
  }

  /** For what nobody refers to by its id: unlike {@link delete}, it does not keep the id taken. */
  protected forget(id: number): void {
    if (this.rows.delete(id)) this.#journal?.forget(this.#name, id);
  }
}

/** Records that have their id in them, which the table gives out. */
export class RecordTable<R extends { readonly id: number }> extends JournaledMap<R> {
  insert(row: Omit<R, 'id'>): R {
    return this.add(row, this.lastId + 1);
  }

  replace(row: R): void {
    if (this.rows.has(row.id)) this.put(row.id, row);
  }

  /** Gives the record an id, which stays taken, and keeps nothing else of it. */
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
