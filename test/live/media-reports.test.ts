import { expect } from '@open-wc/testing';
import type { Room } from 'livekit-client';
import { ask, Stage } from './support/live.js';
import { replaceMedia } from './support/media.js';

describe('the media server’s reports about tracks and the room', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  it('include, once, that somebody receives a local track', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setMicrophoneEnabled(true);
    await stage.joined('ben');
    const { participant, track } = await ann.hears('local-track-subscribed');
    expect([participant.identity, track.source]).to.deep.equal(['ann', 'microphone']);
    expect(ann.all('local-track-subscribed').length).to.equal(1);
  });

  it('include that a publisher forbids all subscriptions, and permits them again', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setMicrophoneEnabled(true);
    const ben = await stage.joined('ben');
    await ben.hears('track-subscribed');
    ben.forget();
    const { localParticipant } = ann.session.liveRoom as Room;
    localParticipant.setTrackSubscriptionPermissions(false);
    const { participant, track, allowed } = await ben.hears('track-permission-change');
    expect([participant.identity, track.source, allowed]).to.deep.equal([
      'ann',
      'microphone',
      false,
    ]);
    // The server sends a track again only after it has stopped sending it.
    await ben.hears('track-unsubscribed');
    ben.forget();
    localParticipant.setTrackSubscriptionPermissions(true);
    const again = await ben.hears('track-permission-change', (event) => event.allowed);
    expect(again.track.sid).to.equal(track.sid);
    await ben.hears('track-subscribed');
  });

  it('include that the server pauses a track and sends it again', async () => {
    const ann = await stage.joined('ann');
    await ann.session.setCameraEnabled(true);
    const ben = await stage.joined('ben');
    const { participant, track } = await ben.hears('track-subscribed');
    // A server pauses a track only if bandwidth is short, so the test injects the server's message.
    const { engine } = ben.session.liveRoom as Room;
    const tell = (state: number): void =>
      engine.client.onStreamStateUpdate?.({
        streamStates: [{ participantSid: participant.sid, trackSid: track.sid, state }],
      } as never);
    tell(1);
    expect((await ben.hears('track-stream-change')).paused).to.equal(true);
    ben.forget();
    tell(0);
    const again = await ben.hears('track-stream-change');
    expect([again.participant.identity, again.track.sid, again.paused]).to.deep.equal([
      'ann',
      track.sid,
      false,
    ]);
  });

  it('include that the local microphone is silent', async () => {
    const context = new AudioContext();
    const restore = replaceMedia(
      'getUserMedia',
      () => () => Promise.resolve(context.createMediaStreamDestination().stream),
    );
    try {
      const ann = await stage.joined('ann');
      await ann.session.setMicrophoneEnabled(true);
      const { participant, track } = await ann.hears('silence-detected');
      expect([participant.identity, track.source]).to.deep.equal(['ann', 'microphone']);
    } finally {
      restore();
      await context.close();
    }
  });

  it('include the permissions of a participant', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ben.until(() => ben.session.participants().length === 2);
    const permissions = { canSubscribe: true, canPublish: false, canPublishData: true };
    await ask('setPermissions', { room: stage.room, identity: 'ann', permissions });
    for (const peer of [ann, ben]) {
      const { participant } = await peer.hears(
        'participant-change',
        ({ participant: { identity, permissions: now }, changed }) =>
          identity === 'ann' && changed.includes('permissions') && now?.canPublish === false,
      );
      expect(participant.permissions?.canPublishData).to.equal(true);
    }
  });

  it('include the metadata of the room', async () => {
    const ann = await stage.joined('ann');
    await ask('setRoomMetadata', { room: stage.room, metadata: '{"topic":"weekly"}' });
    expect((await ann.hears('room-change', ({ metadata }) => !!metadata)).metadata).to.equal(
      '{"topic":"weekly"}',
    );
  });
});
