import { expect } from '@open-wc/testing';
import { createMockServices, type MockServices } from '../../../src/mock/index.js';
import { isObserver } from '../../../src/state/member.js';
import { createRoomStore } from '../../../src/state/room/room-store.js';
import type { RoomStore, RoomStoreOptions } from '../../../src/state/types.js';
import { reasonOf, until } from './room-support.js';

const open: RoomStore[] = [];
afterEach(async () => {
  for (const store of open.splice(0)) await store.dispose();
});

const watching = (appUserId: string) => ({ appUserId, customData: { observer: true } });
const silent = { camera: false, microphone: false } as const;

async function joined(
  options: RoomStoreOptions = {},
  prepare: (services: MockServices) => void = () => {},
): Promise<{ store: RoomStore; services: MockServices; told: string[] }> {
  const services = createMockServices({
    session: { local: { identity: 'me', name: 'Me', metadata: { appUserId: 'me' } } },
  });
  prepare(services);
  const store = createRoomStore(services, { noPreview: true, startMuted: true, ...options });
  open.push(store);
  const told: string[] = [];
  store.on('participant-joined', ({ participant }) => told.push(`+${participant.identity}`));
  store.on('participant-left', ({ participant }) => told.push(`-${participant.identity}`));
  await store.open('1');
  await store.join();
  return { store, services, told };
}

describe('somebody who only watches', () => {
  it('is not among the people, and emits neither a join nor a leave', async () => {
    const { store, services, told } = await joined({ startCameraOff: true }, ({ session }) =>
      session.addParticipant({ identity: 'ada', metadata: watching('ada'), ...silent }),
    );
    const roster = (): readonly string[] => store.roster.getSnapshot().identities;
    expect(roster()).to.deep.equal(['me']);
    expect(store.observers.getSnapshot()).to.deep.equal(['ada']);
    services.session.addParticipant({ identity: 'eve', metadata: watching('eve'), ...silent });
    expect(store.observers.getSnapshot()).to.deep.equal(['ada', 'eve']);
    services.session.removeParticipant('eve');
    expect(store.observers.getSnapshot()).to.deep.equal(['ada']);
    expect(roster()).to.deep.equal(['me']);
    expect(told).to.deep.equal(['+me']);
    expect(isObserver(store.participant('ada').getSnapshot()!.member)).to.equal(true);
  });

  it('is shown once they publish sound', async () => {
    const { store, services, told } = await joined({ startCameraOff: true }, ({ session }) =>
      session.addParticipant({ identity: 'ada', metadata: watching('ada'), ...silent }),
    );
    services.session.publish('ada', 'microphone');
    expect(store.roster.getSnapshot().identities).to.deep.equal(['me', 'ada']);
    expect(store.observers.getSnapshot()).to.deep.equal([]);
    services.session.removeParticipant('ada');
    expect(store.roster.getSnapshot().identities).to.deep.equal(['me']);
    expect(told).to.deep.equal(['+me', '+ada', '-ada']);
  });

  it('is shown if the server does not vouch for the mark', async () => {
    const { store } = await joined({ startCameraOff: true }, ({ session }) =>
      session.addParticipant({
        identity: 'ada',
        metadata: { customData: { observer: true } },
        permissions: { canUpdateMetadata: true },
        ...silent,
      }),
    );
    expect(store.roster.getSnapshot().identities).to.deep.equal(['me', 'ada']);
  });

  it('requests a token for that, and opens no device', async () => {
    const { store, services } = await joined({ observer: true, startMuted: false });
    const asked: unknown[] = [];
    const { member } = services;
    const issue = member.issueRtcToken.bind(member);
    member.issueRtcToken = (id, input, options) => {
      asked.push(input);
      return issue(id, input, options);
    };
    await store.leave();
    void store.retry();
    await store.join();
    expect(asked).to.deep.equal([{ customData: { observer: true } }]);
    expect(store.intended.getSnapshot()).to.deep.equal({ microphone: false, camera: false });
    const { microphone, camera } = store.controls.getSnapshot();
    expect([microphone.enabled, camera.enabled]).to.deep.equal([false, false]);
    expect(store.roster.getSnapshot().identities).to.deep.equal([]);
    expect(store.roster.getSnapshot().localIdentity).to.equal('me');
  });

  it('may turn the microphone on, and neither camera nor screen', async () => {
    const { store } = await joined({ observer: true });
    expect(await reasonOf(store.setCameraEnabled(true))).to.equal('publish-forbidden');
    expect(await reasonOf(store.setScreenShareEnabled(true))).to.equal('publish-forbidden');
    await store.setMicrophoneEnabled(true);
    await until(store.roster, ({ identities }) => identities.includes('me'));
    expect(store.controls.getSnapshot().microphone.enabled).to.equal(true);
  });

  it('starts with everything off after a call in which they were seen', async () => {
    const { store } = await joined({ startMuted: false });
    await store.setMicrophoneEnabled(true);
    await store.setCameraEnabled(true);
    await store.leave();
    store.configure({ noPreview: true, observer: true });
    void store.retry();
    await store.join({ displayName: 'Me' });
    expect(store.intended.getSnapshot()).to.deep.equal({ microphone: false, camera: false });
    const { microphone, camera } = store.controls.getSnapshot();
    expect([microphone.enabled, camera.enabled]).to.deep.equal([false, false]);
  });

  it('has the devices of a preview turned off that was there before', async () => {
    const services = createMockServices();
    const store = createRoomStore(services);
    open.push(store);
    await store.open('1');
    await until(store.controls, ({ camera, microphone }) => camera.enabled && microphone.enabled);
    store.configure({ observer: true });
    await until(store.controls, ({ camera, microphone }) => !camera.enabled && !microphone.enabled);
    await store.join();
    const { microphone, camera } = store.controls.getSnapshot();
    expect([microphone.enabled, camera.enabled]).to.deep.equal([false, false]);
  });

  it('has the screen share of a call ended in which they were seen', async () => {
    const { store } = await joined({ startMuted: false });
    await store.setScreenShareEnabled(true);
    store.configure({ noPreview: true, observer: true });
    await until(
      store.controls,
      ({ screenShare, camera }) => !screenShare.enabled && !camera.enabled,
    );
  });

  it('has no preview', async () => {
    const services = createMockServices();
    const store = createRoomStore(services, { observer: true });
    open.push(store);
    await store.open('1');
    expect(store.phase.getSnapshot().state).to.equal('prejoin');
    expect(services.session.listeners).to.equal(0);
  });
});
