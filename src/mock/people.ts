import type {
  RtcParticipant,
  RtcPermissions,
  TrackKind,
  TrackSnapshot,
  TrackSource,
} from '../rtc/session.js';
import type { MockLocal, MockParticipant } from './types.js';

const firstJoin = Date.UTC(2024, 0, 1, 9);

/** The media server's snapshot of somebody who just joined, tracks included. */
export function createPerson(
  person: MockParticipant,
  { index, sid }: { index: number; sid: (identity: string, source: TrackSource) => string },
): RtcParticipant {
  const wanted: readonly (readonly [TrackSource, boolean | 'muted'])[] = [
    ['camera', person.camera ?? true],
    ['microphone', person.microphone ?? true],
    ['screen_share', person.screenShare ?? false],
  ];
  const tracks = wanted
    .filter(([, state]) => state)
    .map(([source, state]) =>
      createTrack(source, { sid: sid(person.identity, source), muted: state === 'muted' }),
    );
  return freezePerson({
    identity: person.identity,
    sid: `PA_${person.identity}`,
    name: person.name ?? person.identity,
    isLocal: false,
    metadata: asText(person.metadata),
    attributes: Object.freeze({ ...person.attributes }),
    permissions: createPermissions(person.permissions),
    joinedAt: person.joinedAt ?? firstJoin + index * 1000,
    isSpeaking: false,
    audioLevel: 0,
    quality: person.quality ?? 'excellent',
    tracks,
  });
}

/** The local participant before a connection: no identity yet. */
export function createNobody(): RtcParticipant {
  return freezePerson({
    identity: '',
    sid: '',
    name: '',
    isLocal: true,
    metadata: undefined,
    attributes: Object.freeze({}),
    permissions: undefined,
    joinedAt: undefined,
    isSpeaking: false,
    audioLevel: 0,
    quality: 'unknown',
    tracks: [],
  });
}

export function createPermissions(permissions: Partial<RtcPermissions> = {}): RtcPermissions {
  return Object.freeze({
    canSubscribe: true,
    canPublish: true,
    canPublishData: true,
    canUpdateMetadata: false,
    ...permissions,
    canPublishSources: Object.freeze([...(permissions.canPublishSources ?? [])]),
  });
}

/** The local participant once the server has sent its identity. */
export function createSelf(
  local: MockLocal,
  { index, tracks }: { index: number; tracks: readonly TrackSnapshot[] },
): RtcParticipant {
  const person = createPerson(
    { ...local, camera: false, microphone: false },
    { index, sid: (identity) => identity },
  );
  return freezePerson({ ...person, isLocal: true, tracks });
}

export function createTrack(
  source: TrackSource,
  { sid, muted, isLocal = false }: { sid: string; muted: boolean; isLocal?: boolean },
): TrackSnapshot {
  const kind: TrackKind =
    source === 'microphone' || source === 'screen_share_audio' ? 'audio' : 'video';
  const [width, height] =
    kind === 'audio' ? [0, 0] : source === 'screen_share' ? [1280, 720] : [640, 360];
  return Object.freeze({
    sid,
    source,
    kind,
    muted,
    isLocal,
    isSubscribed: isLocal,
    isStalled: false,
    width,
    height,
  });
}

/** Turns a snapshot back into the description from which a script adds a person. */
export function describePerson(person: RtcParticipant): MockParticipant {
  const stateOf = (source: TrackSource): boolean | 'muted' => {
    const track = person.tracks.find((each) => each.source === source);
    return track ? (track.muted ? 'muted' : true) : false;
  };
  return {
    identity: person.identity,
    name: person.name,
    ...(person.metadata !== undefined && { metadata: person.metadata }),
    attributes: person.attributes,
    ...(person.permissions && { permissions: person.permissions }),
    camera: stateOf('camera'),
    microphone: stateOf('microphone'),
    screenShare: stateOf('screen_share') !== false,
    quality: person.quality,
    ...(person.joinedAt !== undefined && { joinedAt: person.joinedAt }),
  };
}

export function freezePerson(person: RtcParticipant): RtcParticipant {
  return Object.freeze({ ...person, tracks: Object.freeze([...person.tracks]) });
}

export function asText(metadata: string | object | undefined): string | undefined {
  return typeof metadata === 'object' ? JSON.stringify(metadata) : metadata;
}

const names = [
  'Mina Kim',
  '이서준',
  'Alex Rivera',
  '박지우',
  'Noor Haddad',
  '최하은',
  'Tomás Oliveira',
  '정도윤',
  'Ingrid Larsen',
  '한소율',
  'Kwame Mensah',
  '윤채원',
];

/** `n` people whose identities are not taken. */
export function createCrowd(n: number, isTaken: (identity: string) => boolean): MockParticipant[] {
  const crowd: MockParticipant[] = [];
  for (let index = 0; crowd.length < n; index++) {
    const extra = createExtra(index);
    if (!isTaken(extra.identity)) crowd.push(extra);
  }
  return crowd;
}

/** The `index`-th of a crowd: every third muted, every fifth without a camera. */
function createExtra(index: number): MockParticipant {
  const name = names[index % names.length] ?? 'Guest';
  const round = Math.floor(index / names.length);
  const identity = `guest${index + 1}`;
  const appUserName = round ? `${name} ${round + 1}` : name;
  return {
    identity,
    name: appUserName,
    metadata: { appUserId: identity, appUserName, channelMemberType: 'MEMBER' },
    microphone: index % 3 === 1 ? 'muted' : true,
    camera: index % 5 === 3 ? 'muted' : true,
  };
}
