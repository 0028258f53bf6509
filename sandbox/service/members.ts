import { changesOf } from './changes.js';
import type { ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import type { AppRecord, MemberRecord } from './records.js';
import type { MemberQuery, MemberUpdate, MemberUpsert } from './schemas.js';
import { windowOf } from './paging.js';
import type { Slice } from './store.js';

/** The members of the apps. */
export class Members {
  readonly #context: ServiceContext;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** Registers a member, or changes the given fields of the one with that `appUserId`. */
  upsert(app: AppRecord, { appUserId, ...fields }: MemberUpsert): MemberRecord {
    const { store, timestamp } = this.#context;
    const existing = store.members.byAppUserId(app.id, appUserId);
    if (existing) return this.#change(existing, fields);
    const now = timestamp();
    const member = store.members.insert({
      appId: app.id,
      appUserId,
      appUserName: fields.appUserName ?? null,
      appUserProfileImgUrl: fields.appUserProfileImgUrl ?? null,
      customType: fields.customType ?? null,
      customData: fields.customData ?? null,
      lang: fields.lang ?? null,
      group: fields.group ?? null,
      email: fields.email ?? null,
      country: fields.country ?? null,
      createdAt: now,
      lastModifiedAt: now,
    });
    this.#context.emit(app.id, { type: 'member-created', member });
    return member;
  }

  /** Registers a person whom the app does not know. */
  addGuest(app: AppRecord, fields: MemberUpdate): MemberRecord {
    const appUserId = `guest${crypto.randomUUID().replaceAll('-', '')}`;
    return this.upsert(app, { group: 'GUESTS', ...fields, appUserId });
  }

  /** The app's own member, which owns the rooms created without an owner. Its name is assumed. */
  ownOf(app: AppRecord): MemberRecord {
    const appUserId = `app${app.id}`;
    const known = this.#context.store.members.byAppUserId(app.id, appUserId);
    return known ?? this.upsert(app, { appUserId, appUserName: app.name });
  }

  get(app: AppRecord, appUserId: string): MemberRecord {
    const member = this.#context.store.members.byAppUserId(app.id, appUserId);
    if (!member) throw new ServiceError('MEMBER_NOT_FOUND');
    return member;
  }

  list(app: AppRecord, query: MemberQuery): Slice<MemberRecord> {
    const { appUserId, appUserName } = query;
    const filter = { appId: app.id, appUserId, appUserName };
    return this.#context.store.members.list(filter, windowOf(query));
  }

  update(app: AppRecord, appUserId: string, fields: MemberUpdate): MemberRecord {
    return this.#change(this.get(app, appUserId), fields);
  }

  /** Deletes all of these members, or none when one of them is unknown. */
  delete(app: AppRecord, appUserIds: readonly string[]): void {
    const members = appUserIds.map((appUserId) => this.get(app, appUserId));
    for (const { id } of members) this.#context.store.members.delete(id);
  }

  #change(member: MemberRecord, fields: MemberUpdate): MemberRecord {
    const changes = changesOf(fields);
    const changed = { ...member, ...changes, lastModifiedAt: this.#context.timestamp() };
    this.#context.store.members.replace(changed);
    // Each login upserts, so only a change causes an event.
    if (JSON.stringify({ ...member, ...changes }) !== JSON.stringify(member)) {
      this.#context.emit(member.appId, { type: 'member-updated', member: changed });
    }
    return changed;
  }
}
