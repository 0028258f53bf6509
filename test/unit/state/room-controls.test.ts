import { expect } from '@open-wc/testing';
import type { RoomStoreOptions } from '../../../src/state/types.js';
import { createWorld, failure, reasonOf, rooms, until, type World } from './room-support.js';

const off = { enabled: false, pending: false, error: undefined };
const on = { enabled: true, pending: false, error: undefined };
const preview: RoomStoreOptions = { noPreview: false };

describe('the controls of a room', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  const controls = () => world.store.controls.getSnapshot();
  const settled = () =>
    until(world.store.controls, ({ microphone, camera }) => !microphone.pending && !camera.pending);

  describe('in the prejoin', () => {
    it('turn microphone and camera on, and are pending until they are', async () => {
      world = createWorld(preview);
      const held = world.services.session.hold('setCameraEnabled');
      await world.store.open(rooms.open);
      expect(controls().camera).to.deep.equal({ ...off, pending: true });
      held();
      await settled();
      expect(controls()).to.deep.include({ microphone: on, camera: on });
      expect(world.store.roster.getSnapshot()).to.include({ localIdentity: '' });
      const tracks = world.store
        .participant('')
        .getSnapshot()
        ?.tracks.map(({ sid }) => sid);
      expect(tracks).to.have.members(['local:microphone', 'local:camera']);
    });

    it('stay off as the options say', async () => {
      world = createWorld({ ...preview, startMuted: true, startCameraOff: true });
      await world.store.open(rooms.open);
      await settled();
      expect(controls()).to.deep.include({ microphone: off, camera: off });
    });

    it('touch no device without a preview', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      expect(world.store.session).to.equal(undefined);
      expect(await reasonOf(world.store.setCameraEnabled(true))).to.equal('invalid-state');
    });

    it('say why a device cannot be had, and let join without it', async () => {
      world = createWorld(preview);
      const { session } = world.services;
      session.failNext('setCameraEnabled', failure('device-denied', 'device'));
      session.failNext('setMicrophoneEnabled', failure('device-not-found', 'device'));
      await world.store.open(rooms.open);
      await settled();
      expect(controls().camera).to.include({ enabled: false, pending: false });
      expect(controls().camera.error?.reason).to.equal('device-denied');
      expect(controls().microphone.error?.reason).to.equal('device-not-found');
      await world.store.join();
      expect(world.errors).to.have.members(['device-denied', 'device-not-found']);
      expect(world.states.at(-1)).to.equal('connected');
      expect(controls().camera.error?.reason).to.equal('device-denied');
      await world.store.setCameraEnabled(true);
      expect(controls().camera).to.deep.equal(on);
    });

    it('can be joined while the browser still asks for the camera', async () => {
      world = createWorld(preview);
      const held = world.services.session.hold('setCameraEnabled');
      await world.store.open(rooms.open);
      await world.store.join();
      expect(controls().camera).to.deep.equal({ ...off, pending: true });
      held();
      await settled();
      expect(controls().camera).to.deep.equal(on);
    });

    it('go into the call as they are', async () => {
      world = createWorld(preview);
      await world.store.open(rooms.open);
      await settled();
      await world.store.setCameraEnabled(false);
      await world.store.join();
      expect(controls()).to.deep.include({ microphone: on, camera: off });
    });

    it('are off before the connection when the join says so', async () => {
      world = createWorld(preview);
      await world.store.open(rooms.open);
      await settled();
      const published: string[] = [];
      world.store.on('track-published', ({ track }) =>
        published.push(`${track.source} ${track.muted ? 'muted' : 'live'}`),
      );
      await world.store.join({ microphone: false });
      expect(published).to.have.members(['microphone muted', 'camera live']);
      expect(controls()).to.deep.include({ microphone: off, camera: on });
    });

    it('are off before the connection even when they were still being turned on', async () => {
      world = createWorld(preview);
      const held = world.services.session.hold('setMicrophoneEnabled');
      await world.store.open(rooms.open);
      const published: boolean[] = [];
      world.store.on('track-published', ({ track }) => {
        if (track.source === 'microphone') published.push(track.muted);
      });
      const joining = world.store.join({ microphone: false });
      held();
      await joining;
      expect(published).to.deep.equal([true]);
    });
  });

  describe('without a preview', () => {
    it('are turned on by the join', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join();
      await settled();
      expect(controls()).to.deep.include({ microphone: on, camera: on });
    });

    it('are turned on by the join as its options say, over those of the store', async () => {
      world = createWorld({ startMuted: true });
      await world.store.open(rooms.open);
      await world.store.join({ microphone: true, camera: false });
      await settled();
      expect(controls()).to.deep.include({ microphone: on, camera: off });
    });

    it('are changed by configure() for the next join', async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      world.store.configure({ noPreview: true, startMuted: true, displayName: 'Seo' });
      await world.store.join();
      await settled();
      expect(controls()).to.deep.include({ microphone: off, camera: on });
      expect(world.store.participant('me').getSnapshot()?.name).to.equal('Seo');
    });
  });

  describe('in a call', () => {
    beforeEach(async () => {
      world = createWorld();
      await world.store.open(rooms.open);
      await world.store.join({ microphone: false, camera: false });
    });

    it('show the state of the session, not the request', async () => {
      const held = world.services.session.hold('setMicrophoneEnabled');
      const turning = world.store.setMicrophoneEnabled(true);
      expect(controls().microphone).to.deep.equal({ ...off, pending: true });
      held();
      await turning;
      expect(controls().microphone).to.deep.equal(on);
    });

    it('are pending until the last of several calls is through', async () => {
      const seen: boolean[] = [];
      world.store.controls.subscribe(({ camera }) => seen.push(camera.pending));
      await Promise.all([
        world.store.setCameraEnabled(true),
        world.store.setCameraEnabled(false),
        world.store.setCameraEnabled(true),
      ]);
      expect(controls().camera).to.deep.equal(on);
      expect(seen.lastIndexOf(true)).to.equal(seen.indexOf(false) - 1);
    });

    it('follow somebody else who mutes me', async () => {
      await world.store.setMicrophoneEnabled(true);
      world.services.session.setMuted('me', 'microphone', true);
      expect(controls().microphone).to.deep.equal(off);
    });

    it('share the screen, and stop', async () => {
      await world.store.setScreenShareEnabled(true);
      expect(controls().screenShare).to.deep.equal(on);
      await world.store.setScreenShareEnabled(false);
      expect(controls().screenShare).to.deep.equal(off);
    });

    it('share a paused screen, too, and resume it without a new one', async () => {
      const { session } = world.services;
      const share = () =>
        session.participants()[0]?.tracks.find(({ source }) => source === 'screen_share');
      await session.setScreenShareEnabled(true, true);
      expect(share()).to.equal(undefined);
      await world.store.setScreenShareEnabled(true);
      const sid = share()?.sid;
      await session.setScreenShareEnabled(true, true);
      expect(share()).to.include({ sid, muted: true });
      expect(controls().screenShare).to.deep.equal(on);
      await world.store.setScreenShareEnabled(true);
      expect(share()).to.include({ sid, muted: false });
      await world.store.setScreenShareEnabled(false);
      expect(controls().screenShare).to.deep.equal(off);
    });

    it('reject with the reason, and tell it once', async () => {
      world.services.session.failNext('setCameraEnabled', failure('device-in-use', 'device'));
      expect(await reasonOf(world.store.setCameraEnabled(true))).to.equal('device-in-use');
      expect(controls().camera.error?.reason).to.equal('device-in-use');
      expect(world.errors).to.deep.equal(['device-in-use']);
      expect(world.store.phase.getSnapshot().state).to.equal('connected');
    });

    it('forget everything of a call that is over', async () => {
      await world.store.setCameraEnabled(true);
      world.services.session.hold('setMicrophoneEnabled');
      const turning = reasonOf(world.store.setMicrophoneEnabled(true));
      await world.store.leave();
      expect(await turning).to.equal('aborted');
      expect(controls()).to.deep.include({ microphone: off, camera: off });
      expect(controls().devices.videoinput).to.be.empty;
      expect(world.errors).to.be.empty;
    });

    it('subscribe to a track by hand', async () => {
      world.services.session.addParticipant({ identity: 'mina' });
      await world.store.setSubscribed('TR_mina_camera', false);
      const tracks = world.store.participant('mina').getSnapshot()?.tracks;
      expect(tracks?.[0]?.isSubscribed).to.be.false;
      expect(await reasonOf(world.store.setSubscribed('x', true))).to.equal('subscribe-failed');
      expect(world.errors).to.deep.equal(['subscribe-failed']);
    });

    it('know whether sound plays, and start it', async () => {
      const told: boolean[] = [];
      world.store.on('playback-change', ({ canPlayAudio }) => told.push(canPlayAudio));
      world.services.session.blockAudio();
      expect(controls().canPlayAudio).to.be.false;
      await world.store.startAudio();
      expect(controls().canPlayAudio).to.be.true;
      expect(told).to.deep.equal([false, true]);
    });
  });
});
