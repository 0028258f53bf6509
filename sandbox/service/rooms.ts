import { mayEnter } from './access.js';
import { changesOf } from './changes.js';
import type { Caller, ServiceContext } from './context.js';
import { ServiceError } from './errors.js';
import type { MediaEvent } from './media.js';
import { windowOf } from './paging.js';
import type { MemberRecord, PasswordHash, RoomRecord, RoomState } from './records.js';
import {
  afterItsTime,
  afterMediaEvent,
  afterMediaStopped,
  isOver,
  participantsOnlyIn,
} from './room-life.js';
import { defaultPeriods, inState, nextChange, type RoomPeriods } from './room-periods.js';
import type { RoomCreation, RoomQuery, RoomUpdate } from './schemas.js';
import { hashPassword } from './secrets.js';
import type { Slice } from './store.js';

/** The video rooms, and the rights of callers to them. */
export class Rooms {
  readonly #context: ServiceContext;
  readonly #endedEgresses = new Set<string>();

  #periods = defaultPeriods;
  /** Aborts the wait for the next change that the clock makes. */
  #following: AbortController | undefined;

  constructor(context: ServiceContext) {
    this.#context = context;
  }

  /** Sets the times after which rooms change by themselves; a period left out stays as it is. */
  setPeriods(periods: Partial<RoomPeriods>): void {
    this.#periods = { ...this.#periods, ...changesOf(periods) };
    this.#following?.abort();
    this.#following = new AbortController();
    void this.#follow(this.#following.signal);
  }

  /** Applies the changes of state that have been due since the last look. */
  followClock(): void {
    const { store, clock, timestamp } = this.#context;
    const now = clock.now();
    for (const room of store.rooms.all()) {
      const change = nextChange(room, this.#periods);
      if (change && change.at <= now) this.#replace(room, inState(room, change.state, timestamp()));
    }
  }

  /** Puts a room of any app into a state. The call of a room that is over ends. */
  async setState(id: number, state: RoomState): Promise<RoomRecord> {
    const room = this.#context.store.rooms.byId(id);
    if (!room) throw new ServiceError('VIDEO_ROOM_NOT_FOUND');
    this.#replace(room, inState(room, state, this.#context.timestamp()));
    if (isOver({ state })) await this.#closeCall(room);
    return this.#context.store.rooms.byId(id) ?? room;
  }

  async create(caller: Caller, owner: MemberRecord, fields: RoomCreation): Promise<RoomRecord> {
    if (caller.kind === 'member' && !caller.app.membersMayCreateRooms) {
      throw new ServiceError('MEMBER_SELF_CREATE_VIDEO_ROOM_NOT_AVAILABLE_DUE_TO_APP_POLICY');
    }
    const password = await passwordChange(fields.password);
    const now = this.#context.timestamp();
    const room = this.#context.store.rooms.insert({
      uuid: crypto.randomUUID(),
      appId: caller.app.id,
      owner: { id: owner.id, appUserId: owner.appUserId },
      creator: caller.kind === 'app' ? 'APP' : 'MEMBER',
      type: fields.type,
      state: 'SCHEDULED',
      accessLevel: fields.accessLevel ?? 'PUBLIC',
      allowList: fields.allowList ?? null,
      title: fields.title ?? null,
      description: fields.description ?? null,
      customType: fields.customType ?? null,
      customData: fields.customData ?? null,
      password: password ?? null,
      manuallyApproval: fields.manuallyApproval ?? false,
      canAutoRoomCompositeRecording: fields.canAutoRoomCompositeRecording ?? false,
      scheduledAt: fields.scheduledAt ?? null,
      cancelledAt: null,
      lastSessionNo: 0,
      liveStartedAt: null,
      liveEndedAt: null,
      createdAt: now,
      lastModifiedAt: now,
      session: null,
    });
    this.#context.emit(room.appId, { type: 'room-state', room });
    return room;
  }

  list(caller: Caller, query: RoomQuery): Slice<RoomRecord> {
    const filter = {
      appId: caller.app.id,
      visibleTo: caller.kind === 'member' ? caller.member : undefined,
      keyword: query.keyword,
      state: query.videoRoomState,
      type: query.type,
      accessLevel: query.accessLevel,
      ownerAppUserId: query.appUserId,
    };
    return this.#context.store.rooms.list(filter, windowOf(query));
  }

  get(caller: Caller, id: string): RoomRecord {
    const isNumber = /^[1-9]\d{0,14}$/.test(id);
    return known(caller, isNumber ? this.#context.store.rooms.byId(Number(id)) : undefined);
  }

  getByUuid(caller: Caller, uuid: string): RoomRecord {
    return known(caller, this.#context.store.rooms.byUuid(uuid));
  }

  async update(caller: Caller, id: string, fields: RoomUpdate): Promise<RoomRecord> {
    checkOwner(caller, this.get(caller, id));
    const password = await passwordChange(fields.password);
    // Read here, because another call may have changed the room while the password was hashed.
    const room = this.get(caller, id);
    const changed: RoomRecord = {
      ...room,
      ...changesOf({ ...fields, password }),
      lastModifiedAt: this.#context.timestamp(),
    };
    this.#context.store.rooms.replace(changed);
    return changed;
  }

  /**
   * Deletes the room and ends its call. Later events of the media server about the room are
   * ignored.
   */
  async delete(caller: Caller, id: string): Promise<void> {
    const room = this.get(caller, id);
    checkOwner(caller, room);
    this.#context.store.rooms.delete(room.id);
    this.#context.store.channelMembers.deleteOf(room.id);
    this.#context.store.messages.deleteOf(room.id);
    this.#tellDifference(room, { ...room, session: null });
    await this.#closeCall(room);
  }

  /** Applies an event of the media server. Events about unknown rooms are ignored. */
  applyMediaEvent(event: MediaEvent): void {
    const room = this.#context.store.rooms.byUuid(event.room);
    if (!room) return;
    if (event.type === 'egress-ended') return this.#egressEnded(room, event.egress);
    this.#replace(room, afterMediaEvent(room, event, this.#context.timestamp()));
  }

  /** Ends all sessions, because the media server and its calls are gone. */
  endAllSessions(): void {
    for (const room of this.#context.store.rooms.withSession()) {
      this.#replace(room, afterMediaStopped(room, this.#context.timestamp()));
    }
  }

  #egressEnded(room: RoomRecord, egress: string): void {
    // The media server may repeat the event, and no state of the room shows that it was handled.
    if (this.#endedEgresses.has(egress)) return;
    this.#endedEgresses.add(egress);
    this.#context.emit(room.appId, { type: 'egress-ended', room });
  }

  async #closeCall({ uuid }: RoomRecord): Promise<void> {
    await this.#context.media
      .closeRoom(uuid)
      .catch((cause: unknown) => this.#context.onError('The call of a room did not end.', cause));
  }

  /** Applies due changes without a request too, so that subscribers are notified. */
  async #follow(changed: AbortSignal): Promise<void> {
    const { store, clock, stopping } = this.#context;
    const ended = AbortSignal.any([changed, stopping]);
    while (!ended.aborted) {
      this.followClock();
      const times = store.rooms
        .all()
        .map((room) => nextChange(room, this.#periods)?.at ?? Infinity);
      const left = Math.min(...times, clock.now() + 60_000) - clock.now();
      await clock.wait(Math.max(left, 10), ended);
    }
  }

  #replace(before: RoomRecord, changed: RoomRecord): void {
    const stateSince = this.#context.timestamp();
    const after = before.state === changed.state ? changed : { ...changed, stateSince };
    this.#context.store.rooms.replace(after);
    this.#tellDifference(before, after);
    if (after.state === 'SCHEDULED' && after.session && !before.session)
      void this.#awaitTime(after);
  }

  /** Makes the room live at its scheduled time, if somebody is in it then. */
  async #awaitTime({ id, session }: RoomRecord): Promise<void> {
    const { clock, store, stopping, timestamp } = this.#context;
    while (!stopping.aborted) {
      // Read each time: the room may have been changed or deleted, or may have another call.
      const room = store.rooms.byId(id);
      if (room?.state !== 'SCHEDULED' || room.session?.id !== session?.id) return;
      const left = room.scheduledAt === null ? 0 : Date.parse(room.scheduledAt) - clock.now();
      if (left <= 0) return this.#replace(room, afterItsTime(room, timestamp()));
      await clock.wait(Math.min(left, 60_000), stopping);
    }
  }

  #tellDifference(before: RoomRecord, after: RoomRecord): void {
    const { emit, timestamp } = this.#context;
    const told = { room: after, at: timestamp() };
    for (const { appUserId } of participantsOnlyIn(before, after)) {
      emit(after.appId, { type: 'participant-left', appUserId, ...told });
    }
    for (const { appUserId } of participantsOnlyIn(after, before)) {
      emit(after.appId, { type: 'participant-joined', appUserId, ...told });
    }
    if (before.state !== after.state) emit(after.appId, { type: 'room-state', room: after });
  }
}

function known(caller: Caller, room: RoomRecord | undefined): RoomRecord {
  if (room?.appId !== caller.app.id) throw new ServiceError('VIDEO_ROOM_NOT_FOUND');
  if (caller.kind === 'member' && !mayEnter(room, caller.member)) {
    throw new ServiceError('VIDEO_ROOM_ACCESS_DENIED');
  }
  return room;
}

function checkOwner(caller: Caller, room: RoomRecord): void {
  if (caller.kind === 'member' && room.owner.id !== caller.member.id) {
    throw new ServiceError('NOT_VIDEO_ROOM_OWNER');
  }
}

/** Hashes a new password. Undefined keeps the password. Null, as for an empty one, removes it. */
async function passwordChange(
  password: string | null | undefined,
): Promise<PasswordHash | null | undefined> {
  if (password === undefined) return undefined;
  return password ? hashPassword(password) : null;
}
