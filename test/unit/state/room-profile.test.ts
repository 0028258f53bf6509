import { expect } from '@open-wc/testing';
import type { RtcTokenInput } from '../../../src/api/types.js';
import { createMockServices, type MockServices } from '../../../src/mock/index.js';
import { createWorld, failure, reasonOf, rooms, until, type World } from './room-support.js';

/** Services that record the input of each token request. */
function recordingServices(): { services: MockServices; asked: RtcTokenInput[] } {
  const services = createMockServices();
  const asked: RtcTokenInput[] = [];
  const { service } = services;
  const issue = service.issueRtcToken.bind(service);
  service.issueRtcToken = (id, input, options) => {
    asked.push(input ?? {});
    return issue(id, input, options);
  };
  return { services, asked };
}

describe('the name of a person in a room', () => {
  let world: World;
  let asked: RtcTokenInput[];
  afterEach(() => world.store.dispose());

  const open = async (displayName?: string) => {
    const recording = recordingServices();
    asked = recording.asked;
    world = createWorld(displayName === undefined ? {} : { displayName }, recording.services);
    await world.store.open(rooms.open);
  };
  const joinAgain = async () => {
    const opening = world.store.retry();
    await world.store.join();
    await opening;
  };
  const names = () => asked.map(({ customData }) => customData?.['displayName']);

  it('is part of the token request, so that everybody sees it', async () => {
    await open();
    await world.store.join({ displayName: 'Mina' });
    expect(names()).to.deep.equal(['Mina']);
    expect(world.store.participant('me').getSnapshot()?.name).to.equal('Mina');
  });

  it('stays when the person joins again', async () => {
    await open();
    await world.store.join({ displayName: 'Mina' });
    await world.store.leave();
    await joinAgain();
    expect(names()).to.deep.equal(['Mina', 'Mina']);
    expect(world.store.displayName.getSnapshot()).to.equal('Mina');
  });

  it('stays when the join with it failed', async () => {
    await open();
    world.services.session.failNext('connect', failure('timeout', 'connect'));
    await reasonOf(world.store.join({ displayName: 'Mina' }));
    await joinAgain();
    expect(names()).to.deep.equal(['Mina', 'Mina']);
  });

  it('is that of the options, unless the person gave another', async () => {
    await open('Dr. Kim');
    expect(world.store.displayName.getSnapshot()).to.equal('Dr. Kim');
    await world.store.join();
    await world.store.leave();
    world.store.configure({ noPreview: true, displayName: 'Dr. Lee' });
    await joinAgain();
    await world.store.leave();
    const opening = world.store.retry();
    await world.store.join({ displayName: 'Kim' });
    await opening;
    await world.store.leave();
    await joinAgain();
    expect(names()).to.deep.equal(['Dr. Kim', 'Dr. Lee', 'Kim', 'Kim']);
  });

  it('starts from the options in another room', async () => {
    await open('Dr. Kim');
    await world.store.join({ displayName: 'Kim' });
    await world.store.open('2');
    expect(world.store.displayName.getSnapshot()).to.equal('Dr. Kim');
  });

  it('is not sent if the name is empty', async () => {
    await open('   ');
    await world.store.join({ displayName: ' ' });
    expect(asked).to.deep.equal([{}]);
    expect(world.store.displayName.getSnapshot()).to.equal(undefined);
  });
});

describe('the member in a preview', () => {
  let world: World;
  afterEach(() => world.store.dispose());

  it('is known to the preview', async () => {
    world = createWorld({ noPreview: false });
    await world.store.open(rooms.open);
    const me = await until(world.store.me, (member) => member !== undefined);
    expect(me).to.include({ appUserName: 'Me' });
  });

  it('is not asked where nobody is greeted', async () => {
    world = createWorld({ autoJoin: true, noPreview: false });
    await world.store.open(rooms.open);
    expect(world.services.service.calls.me).to.equal(undefined);
  });

  it('is requested again for each preview, because somebody else may have signed in', async () => {
    world = createWorld({ noPreview: false });
    await world.store.open(rooms.open);
    await until(world.store.me, (member) => member !== undefined);
    const opening = world.store.open(rooms.open);
    expect(world.store.me.getSnapshot()).to.equal(undefined);
    await opening;
    await until(world.store.me, (member) => member !== undefined);
    expect(world.services.service.calls.me).to.equal(2);
  });

  it('may be missing in the service’s answer without a failure', async () => {
    world = createWorld({ noPreview: false });
    world.services.service.failNext('me', failure('server-error'));
    await world.store.open(rooms.open);
    await world.store.join();
    expect(world.errors).to.be.empty;
    expect(world.store.me.getSnapshot()).to.equal(undefined);
  });
});
