import type {
  AppRoomsApi,
  CallOptions,
  Member,
  MemberApi,
  Page,
  RoomId,
  RoomInput,
  RoomQuery,
  RoomsApi,
  RoomUpdate,
  RtcGrant,
  RtcTokenInput,
  VideoRoom,
} from '../api/types.js';
import { FfcError } from '../core/errors.js';
import { me } from './channels.js';
import { createDemoRooms, demoPassword } from './demo-rooms.js';
import { Faults } from './faults.js';
import { matches, orderOf, paginate } from './queries.js';
import { createMockPush, type MockPush } from './push.js';
import { channelOf } from './room-channel.js';
import { checkRoom } from './room-limits.js';
import { createMockToken } from './tokens.js';

/** The calls of a service that can be held back or made to fail. */
export type MockServiceMethod = keyof RoomsApi | keyof MemberApi | 'endRoom';

/** The initial state of an in-memory service. */
export interface MockServiceOptions {
  /** Default: the demo rooms, of which number 3 is locked with `demoPassword`. */
  readonly rooms?: readonly VideoRoom[];
  /** Passwords by room id; a room with a password has `policy.hasPassword`. */
  readonly passwords?: Readonly<Record<number, string>>;
  /** The member who makes the calls. Default: `me`, named `Me`. */
  readonly member?: Member;
  /** The member's rights, for a list of rooms. Default: all rights, as the mock checks none. */
  readonly can?: AppRoomsApi['can'];
  /**
   * Whether there is the method `endRoom`, with which hosts end a call for everybody: the session
   * of `createMockServices()`, too. Default `false`.
   */
  readonly canEndRooms?: boolean;
  /** Milliseconds that every call takes. Default 0: the next microtask. */
  readonly latency?: number;
  /** The clock, in milliseconds since 1970. Default: the real one. */
  readonly now?: () => number;
}

/** The service's calls, answered from memory by the service's rules. */
export interface MockService extends AppRoomsApi, MemberApi {
  /** Milliseconds that every call takes. */
  latency: number;
  /** All rooms, in no order. */
  readonly rooms: readonly VideoRoom[];
  /** The stream that emits a change of a room, made by a script or by a call. */
  readonly push: MockPush;
  /** The number of calls by method: for tests. */
  readonly calls: Readonly<Partial<Record<MockServiceMethod, number>>>;
  /**
   * Admits or refuses the member in somebody else's room that needs approval. Until then, a
   * request for an RTC token is pending.
   */
  decide(roomId: number, answer: 'admit' | 'refuse'): void;
  /** Adds a room, or replaces the one with its id. */
  putRoom(room: VideoRoom, password?: string): void;
  /** The next call of the method rejects with the error. */
  failNext(method: MockServiceMethod, error: FfcError): void;
  /** Calls of the method wait until the returned function is called, or their signal aborts. */
  hold(method: MockServiceMethod): () => void;
}

/** Makes a {@link MockService}: no server, no network. */
export function createMockService(options: MockServiceOptions = {}): MockService {
  return new InMemoryService(options);
}

class InMemoryService implements MockService {
  readonly push = createMockPush();
  readonly can: NonNullable<AppRoomsApi['can']>;
  endRoom?: NonNullable<AppRoomsApi['endRoom']>;
  readonly #rooms = new Map<number, VideoRoom>();
  readonly #passwords = new Map<number, string>();
  readonly #decisions = new Map<number, 'admit' | 'refuse'>();
  readonly #faults: Faults<MockServiceMethod>;
  readonly #member: Member;
  readonly #now: () => number;
  readonly #calls: Partial<Record<MockServiceMethod, number>> = {};

  constructor(options: MockServiceOptions) {
    this.can = options.can ?? (() => true);
    this.#now = options.now ?? Date.now;
    this.#member = options.member ?? me;
    this.#faults = new Faults('api', options.latency);
    if (options.canEndRooms) this.endRoom = (id, call) => this.#endRoom(id, call);
    const passwords = options.passwords ?? (options.rooms ? {} : { 3: demoPassword });
    for (const room of options.rooms ?? createDemoRooms(this.#now())) {
      this.putRoom(room, passwords[room.id]);
    }
  }

  get latency(): number {
    return this.#faults.latency;
  }

  set latency(milliseconds: number) {
    this.#faults.latency = milliseconds;
  }

  get rooms(): readonly VideoRoom[] {
    return [...this.#rooms.values()];
  }

  get calls(): Readonly<Partial<Record<MockServiceMethod, number>>> {
    return { ...this.#calls };
  }

  putRoom(room: VideoRoom, password?: string): void {
    if (password) this.#passwords.set(room.id, password);
    const before = this.#rooms.get(room.id);
    const hasPassword = room.policy.hasPassword || this.#passwords.has(room.id);
    const policy = { ...room.policy, hasPassword };
    this.#rooms.set(room.id, freezeRoom({ ...room, policy, channel: channelOf(room) }));
    const { id: roomId, videoRoomState } = room;
    if (before?.videoRoomState === videoRoomState) return;
    this.push.tell({ type: 'room-change', roomId, videoRoomState });
  }

  decide(roomId: number, answer: 'admit' | 'refuse'): void {
    this.#decisions.set(roomId, answer);
  }

  failNext(method: MockServiceMethod, error: FfcError): void {
    this.#faults.failNext(method, error);
  }

  hold(method: MockServiceMethod): () => void {
    return this.#faults.hold(method);
  }

  async me(options?: CallOptions): Promise<Member> {
    await this.#called('me', options);
    return this.#member;
  }

  async createRoom(input: RoomInput, options?: CallOptions): Promise<VideoRoom> {
    await this.#called('createRoom', options);
    checkRoom(input, input);
    const id = Math.max(0, ...this.#rooms.keys()) + 1;
    const createdAt = new Date(this.#now()).toISOString();
    const { appUserId, appUserName, appUserProfileImgUrl, customType } = this.#member;
    this.putRoom(
      {
        id,
        uuid: `00000000-0000-4000-8000-${String(id).padStart(12, '0')}`,
        type: input.type,
        protocol: input.type === 'BROADCAST_RTMP' ? 'RTMP' : 'WEB_RTC',
        videoRoomState: 'SCHEDULED',
        accessLevel: input.accessLevel ?? 'PUBLIC',
        title: input.title ?? undefined,
        description: input.description ?? undefined,
        customType: input.customType ?? undefined,
        customData: input.customData ?? undefined,
        member: { id: this.#member.id, appUserId, appUserName, appUserProfileImgUrl, customType },
        policy: {
          hasPassword: false,
          manuallyApproval: input.manuallyApproval ?? false,
          canAutoRoomCompositeRecording: input.canAutoRoomCompositeRecording ?? false,
        },
        creatorType: 'MEMBER',
        creatorId: this.#member.id,
        lastSessionNo: 0,
        scheduledAt: input.scheduledAt ?? undefined,
        cancelledAt: undefined,
        liveStartedAt: undefined,
        liveEndedAt: undefined,
        createdAt,
        lastModifiedAt: createdAt,
      },
      input.password ?? undefined,
    );
    return this.#find(id);
  }

  async listRooms(query: RoomQuery = {}, options?: CallOptions): Promise<Page<VideoRoom>> {
    await this.#called('listRooms', options);
    return paginate(this.rooms.filter(matches(query)).sort(orderOf(query.sortBy)), query);
  }

  async getRoom(id: RoomId, options?: CallOptions): Promise<VideoRoom> {
    await this.#called('getRoom', options);
    return this.#find(id);
  }

  async updateRoom(id: number, update: RoomUpdate, options?: CallOptions): Promise<VideoRoom> {
    await this.#called('updateRoom', options);
    checkRoom(update);
    const room = this.#find(id);
    const { password, manuallyApproval, canAutoRoomCompositeRecording, ...facts } = update;
    if (password === null) this.#passwords.delete(id);
    const policy = {
      ...room.policy,
      ...(password === null && { hasPassword: false }),
      ...(manuallyApproval !== undefined && { manuallyApproval }),
      ...(canAutoRoomCompositeRecording !== undefined && { canAutoRoomCompositeRecording }),
    };
    const lastModifiedAt = new Date(this.#now()).toISOString();
    this.putRoom(
      { ...room, ...withoutNulls(facts), policy, lastModifiedAt },
      password ?? undefined,
    );
    return this.#find(id);
  }

  async deleteRoom(id: number, options?: CallOptions): Promise<void> {
    await this.#called('deleteRoom', options);
    this.#rooms.delete(this.#find(id).id);
    this.#passwords.delete(id);
  }

  async issueRtcToken(id: number, input?: RtcTokenInput, options?: CallOptions): Promise<RtcGrant> {
    await this.#called('issueRtcToken', options);
    const room = this.#find(id);
    const { policy } = room;
    if (policy.hasPassword && input?.password !== this.#passwords.get(id)) {
      throw new FfcError({
        reason: 'wrong-password',
        stage: 'api',
        status: 403,
        message: 'The room has a password, and it is not the one that was given.',
      });
    }
    this.#checkApproval(room);
    const customData = input?.customData;
    const webRtcToken = createMockToken({ roomId: id, ...(customData && { customData }) });
    return { webRtcServerUrl: 'wss://media.invalid', webRtcToken };
  }

  async #endRoom(id: number, options?: CallOptions): Promise<void> {
    await this.#called('endRoom', options);
    const liveEndedAt = new Date(this.#now()).toISOString();
    this.putRoom({ ...this.#find(id), videoRoomState: 'ENDED', liveEndedAt });
  }

  #checkApproval({ id, policy, member }: VideoRoom): void {
    if (!policy.manuallyApproval || member?.appUserId === this.#member.appUserId) return;
    const answer = this.#decisions.get(id);
    if (answer === 'admit') return;
    // A refusal answers one request: the next one is pending again.
    this.#decisions.delete(id);
    throw new FfcError({
      reason: 'forbidden',
      stage: 'api',
      status: 403,
      errorCode: `VIDEO_ROOM_APPROVAL_${answer ? 'REFUSED' : 'PENDING'}`,
      message: 'A host of the room has to let the member in.',
    });
  }

  async #called(method: MockServiceMethod, options: CallOptions | undefined): Promise<void> {
    this.#calls[method] = (this.#calls[method] ?? 0) + 1;
    await this.#faults.pass(method, options?.signal, () => {});
  }

  #find(id: RoomId): VideoRoom {
    const room = this.#rooms.get(Number(id)) ?? this.rooms.find(({ uuid }) => uuid === String(id));
    if (room) return room;
    throw new FfcError({
      reason: 'room-not-found',
      stage: 'api',
      status: 404,
      errorCode: 'VIDEO_ROOM_NOT_FOUND',
      message: 'There is no room with that id.',
    });
  }
}

/** Turns `null`, which removes a field in a request, into undefined, as a room has it. */
function withoutNulls<T extends object>(facts: T): { [K in keyof T]: Exclude<T[K], null> } {
  const entries = Object.entries(facts).map(([name, value]: [string, unknown]) => [
    name,
    value ?? undefined,
  ]);
  return Object.fromEntries(entries) as { [K in keyof T]: Exclude<T[K], null> };
}

function freezeRoom(room: VideoRoom): VideoRoom {
  return Object.freeze({ ...room, policy: Object.freeze(room.policy) });
}
