import { expect } from '@open-wc/testing';
import { ConnectionQuality, Track } from 'livekit-client';
import type { RtcParticipant, TrackSnapshot } from '../../../src/rtc/session.js';
import { ParticipantList } from '../../../src/rtc/livekit/participant-list.js';
import {
  describeParticipant,
  describePublication,
  mergeParticipant,
  type ParticipantSource,
  type PublicationSource,
} from '../../../src/rtc/livekit/snapshots.js';

/** Permissions as in the server's message, where sources are numbers. */
const permissions = (facts: Readonly<Record<string, unknown>> = {}) =>
  ({
    canSubscribe: true,
    canPublish: true,
    canPublishSources: [1, 4],
    canPublishData: false,
    canUpdateMetadata: false,
    ...facts,
  }) as unknown as NonNullable<ParticipantSource['permissions']>;
const person = (facts: Partial<ParticipantSource> = {}): ParticipantSource => ({
  identity: 'ann',
  sid: 'PA_1',
  name: 'Ann',
  isLocal: false,
  metadata: '{}',
  attributes: { role: 'host' },
  permissions: permissions(),
  joinedAt: new Date(1_700_000_000_000),
  isSpeaking: false,
  audioLevel: 0,
  connectionQuality: ConnectionQuality.Good,
  ...facts,
});
const publication = (facts: Readonly<Record<string, unknown>> = {}) =>
  ({
    trackSid: 'TR_1',
    source: Track.Source.Camera,
    kind: Track.Kind.Video,
    isMuted: false,
    track: {},
    dimensions: { width: 640, height: 360 },
    ...facts,
  }) as unknown as PublicationSource;
const track = (facts?: Parameters<typeof publication>[0]): TrackSnapshot =>
  describePublication(publication(facts))!;

describe('a participant as plain facts', () => {
  it('has the facts of the media server', () => {
    expect(describeParticipant(person(), [track()])).to.deep.equal({
      identity: 'ann',
      sid: 'PA_1',
      name: 'Ann',
      isLocal: false,
      metadata: '{}',
      attributes: { role: 'host' },
      permissions: {
        canSubscribe: true,
        canPublish: true,
        canPublishSources: ['camera', 'screen_share_audio'],
        canPublishData: false,
        canUpdateMetadata: false,
      },
      joinedAt: 1_700_000_000_000,
      isSpeaking: false,
      audioLevel: 0,
      quality: 'good',
      tracks: [
        {
          sid: 'TR_1',
          source: 'camera',
          kind: 'video',
          muted: false,
          isLocal: false,
          isSubscribed: true,
          isStalled: false,
          width: 640,
          height: 360,
        },
      ],
    });
  });

  it('is frozen all through', () => {
    const { tracks, ...rest } = describeParticipant(person(), [track()]);
    const { permissions: allowed } = rest;
    expect(
      [tracks, tracks[0], allowed, allowed?.canPublishSources].every((part) =>
        Object.isFrozen(part),
      ),
    ).to.equal(true);
    expect(rest.sid).to.equal('PA_1');
    expect(Object.isFrozen(describeParticipant(person(), []))).to.equal(true);
  });

  it('says nothing where the server says the empty string', () => {
    const facts = describeParticipant(person({ metadata: '', name: undefined as never }), []);
    expect(facts).to.include({ metadata: undefined, name: '' });
  });

  it('rounds loudness to tenths, and is silent when it does not speak', () => {
    const level = (audioLevel: number, isSpeaking: boolean) =>
      describeParticipant(person({ audioLevel, isSpeaking }), []).audioLevel;
    expect(level(0.4499, true)).to.equal(0.4);
    expect(level(0.96, true)).to.equal(1);
    expect(level(0.3, false)).to.equal(0);
  });

  it('has a subscribed track once its media is there, not once it is requested', () => {
    expect(track({ track: undefined, isSubscribed: true }).isSubscribed).to.equal(false);
  });

  it('is stalled only while it is on and taken in', () => {
    const stalled = (facts: Parameters<typeof publication>[0]) =>
      describePublication(publication(facts), true)?.isStalled;
    expect(stalled({})).to.equal(true);
    expect(stalled({ isMuted: true })).to.equal(false);
    expect(stalled({ track: undefined })).to.equal(false);
  });

  it('has tracks of sound and pictures only, sized 0 when the size is not known', () => {
    expect(describePublication(publication({ kind: 'unknown' }))).to.equal(undefined);
    expect(track({ dimensions: undefined })).to.include({ width: 0, height: 0 });
  });
});

describe('merging snapshots', () => {
  const before = describeParticipant(person(), [track(), track({ trackSid: 'TR_2' })]);

  it('keeps the old one when nothing differs', () => {
    const again = describeParticipant(person(), [track(), track({ trackSid: 'TR_2' })]);
    const { participant, changed } = mergeParticipant(before, again);
    expect(participant).to.equal(before);
    expect(changed).to.deep.equal([]);
  });

  for (const [field, facts] of [
    ['name', { name: 'Anna' }],
    ['metadata', { metadata: '{"a":1}' }],
    ['attributes', { attributes: { role: 'guest' } }],
    ['permissions', { permissions: permissions({ canUpdateMetadata: true }) }],
    ['permissions', { permissions: permissions({ canPublishSources: [] }) }],
    ['isSpeaking', { isSpeaking: true }],
    ['quality', { connectionQuality: ConnectionQuality.Poor }],
  ] as const) {
    it(`names ${field} when that alone differs`, () => {
      const next = describeParticipant(person(facts), before.tracks);
      expect(mergeParticipant(before, next).changed).to.deep.equal([field]);
    });
  }

  it('names tracks, and keeps those that did not change', () => {
    const muted = track({ trackSid: 'TR_2', isMuted: true });
    const { participant, changed } = mergeParticipant(
      before,
      describeParticipant(person(), [track(), muted]),
    );
    expect(changed).to.deep.equal(['tracks']);
    expect(participant.tracks[0]).to.equal(before.tracks[0]);
    expect(participant.tracks[1]).to.equal(muted);
    expect(Object.isFrozen(participant.tracks)).to.equal(true);
  });

  it('keeps the quality that was measured until it is measured again', () => {
    const unknown = { connectionQuality: ConnectionQuality.Unknown };
    const again = describeParticipant(person(unknown), before.tracks);
    expect(mergeParticipant(before, again).changed).to.deep.equal([]);
    const another = describeParticipant(person({ ...unknown, sid: 'PA_2' }), before.tracks);
    expect(mergeParticipant(before, another).changed).to.deep.equal(['quality']);
  });

  it('takes in a more exact time of joining without a word', () => {
    const { participant, changed } = mergeParticipant(
      before,
      describeParticipant(person({ joinedAt: new Date(1_700_000_001_000) }), before.tracks),
    );
    expect(participant.joinedAt).to.equal(1_700_000_001_000);
    expect(changed).to.deep.equal([]);
  });
});

describe('the list of participants', () => {
  const remote = (identity: string, sid = `PA_${identity}`): RtcParticipant =>
    describeParticipant(person({ identity, sid }), []);

  it('lists the local participant first, then the others as they came', () => {
    const people = new ParticipantList(remote('me'));
    for (const identity of ['cho', 'ann']) people.put(remote(identity));
    people.put(describeParticipant(person({ identity: 'me', isLocal: true }), []));
    const identities = (): string[] => people.all().map(({ identity }) => identity);
    expect(identities()).to.deep.equal(['me', 'cho', 'ann']);
    people.remove('cho');
    expect(identities()).to.deep.equal(['me', 'ann']);
  });

  it('gives the same list until something changes', () => {
    const people = new ParticipantList(remote('me'));
    people.put(remote('ann'));
    const list = people.all();
    people.put(remote('ann'));
    expect(people.all()).to.equal(list);
    people.put(describeParticipant(person({ identity: 'ann', sid: 'PA_ann', name: 'A' }), []));
    expect(people.all()).not.to.equal(list);
  });

  it('finds the others by their identity', () => {
    const people = new ParticipantList(remote('me'));
    people.put(remote('ann', 'PA_1'));
    expect(people.find('ann')?.sid).to.equal('PA_1');
    people.removeRemotes();
    expect(people.find('ann')).to.equal(undefined);
  });
});
