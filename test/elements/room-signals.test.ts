import { expect } from '@open-wc/testing';
// What announces hands loads in the background of a call, and announces only later ones.
import '../../src/elements/room/call-extras.js';
import '../../src/elements/room/call-toasts.js';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { FfcHandRequestEvent } from '../../src/events/signal-request-events.js';
import type { MockServices } from '../../src/mock/index.js';
import { signalTopic, signsOf } from '../../src/parts/signs.js';
import { roomHandleKey } from '../../src/parts/room-handle.js';
import { until } from '../unit/state/room-support.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import { joinRoom, newsRegion, rejection } from '../support/room-bench.js';

const host = { appUserId: 'host', appUserName: 'Hana Host', channelMemberType: 'OPERATOR' };

/** A call with three others; `host` is an operator of its channel. */
async function join(): Promise<{
  room: FfcRoomElement;
  services: MockServices;
  say: (identity: string, signal: object | string) => void;
  sent: () => readonly unknown[];
}> {
  const { room, services } = await joinRoom({
    prepare: ({ session }) => {
      session.addParticipant({ identity: 'host', name: 'Hana', metadata: host });
      session.crowd(2);
    },
  });
  const { session } = services;
  return {
    room,
    services,
    say: (identity, signal) =>
      session.receive(
        identity,
        signalTopic,
        typeof signal === 'string' ? signal : JSON.stringify(signal),
      ),
    sent: () =>
      session.sent
        .filter(({ topic }) => topic === signalTopic)
        .map(({ text, to }) => ({ ...(JSON.parse(text ?? '') as object), ...(to && { to }) })),
  };
}

const handsOf = (room: FfcRoomElement): readonly string[] =>
  signsOf(room[roomHandleKey]).hands.getSnapshot();
const newsOf = (room: FfcRoomElement): string => newsRegion(room)!.textContent;
const micOf = (room: FfcRoomElement): boolean =>
  room[roomHandleKey].store.controls.getSnapshot().microphone.enabled;

describe('raised hands in <ffc-room>', () => {
  it('tells the others, then the page, and lowers the hand again', async () => {
    const { room, sent } = await join();
    const raised = nextEvent(room, 'ffc-hand-change');
    await room.setHandRaised(true);
    expect(await raised).to.include({ raised: true, order: 1 });
    expect((await raised).participant.isLocal).to.equal(true);
    await room.setHandRaised(true);
    const lowered = nextEvent(room, 'ffc-hand-change');
    await room.setHandRaised(false);
    expect(await lowered).to.include({ raised: false, order: undefined });
    expect(sent()).to.deep.equal([
      { type: 'hand', raised: true, order: 1 },
      { type: 'hand', raised: false },
    ]);
  });

  it('hears of the hands of others, in their order, and says so', async () => {
    const { room, say } = await join();
    const told = nextEvent(room, 'ffc-hand-change');
    say('guest2', { type: 'hand', raised: true, order: 2 });
    say('guest1', { type: 'hand', raised: true, order: 1 });
    expect((await told).participant.identity).to.equal('guest2');
    await until(signsOf(room[roomHandleKey]).hands, (hands) => hands.length === 2);
    expect(handsOf(room)).to.deep.equal(['guest1', 'guest2']);
    await eventually(room, () => newsOf(room).endsWith('raised a hand'));
    await room.setHandRaised(true);
    expect(handsOf(room)).to.deep.equal(['guest1', 'guest2', 'me']);
  });

  it('shows them on tiles, and announces them', async () => {
    const { room, say } = await join();
    say('guest1', { type: 'hand', raised: true, order: 1 });
    const stage = await eventually(room, () => room.shadowRoot!.querySelector('ffc-stage'));
    const element = await eventually(stage, () =>
      [...stage.shadowRoot!.querySelectorAll('ffc-participant-tile')].find(
        ({ identity }) => identity === 'guest1',
      ),
    );
    const hand = await eventually(element, () => element.shadowRoot!.querySelector('.hand'));
    expect(hand.textContent.trim()).to.equal('1');
    const label = element.shadowRoot!.querySelector('[role=group]')!.getAttribute('aria-label');
    expect(label).to.contain('Hand raised, number 1 in line');
    say('guest1', { type: 'hand', raised: false });
    await eventually(element, () => !element.shadowRoot!.querySelector('.hand'));
  });

  it('notifies those who join later, while the hand is up', async () => {
    const { room, services, sent } = await join();
    await room.setHandRaised(true);
    const before = sent().length;
    services.session.addParticipant({ identity: 'late1', name: 'Late' });
    services.session.addParticipant({ identity: 'late2', name: 'Later' });
    while (sent().length === before) await nextMacrotask();
    expect(sent().at(-1)).to.deep.equal({
      type: 'hand',
      raised: true,
      order: 1,
      to: ['late1', 'late2'],
    });
  });

  it('is lowered when its participant leaves and when the call ends', async () => {
    const { room, services, say } = await join();
    const { hands } = signsOf(room[roomHandleKey]);
    say('guest1', { type: 'hand', raised: true, order: 1 });
    say('guest2', { type: 'hand', raised: true, order: 2 });
    await until(hands, (now) => now.length === 2);
    services.session.removeParticipant('guest1');
    expect(handsOf(room)).to.deep.equal(['guest2']);
    await room.leave();
    expect(handsOf(room)).to.deep.equal([]);
    expect((await rejection(room.setHandRaised(true))).reason).to.equal('invalid-state');
  });

  it('is sent again to everybody after a lost connection', async () => {
    const { room, services, sent } = await join();
    await room.setHandRaised(true);
    services.session.reconnect('full');
    services.session.restore();
    await nextMacrotask();
    expect(sent()).to.deep.equal([
      { type: 'hand', raised: true, order: 1 },
      { type: 'hand', raised: true, order: 1 },
    ]);
  });

  it('is not up when the others could not be told', async () => {
    const { room, services } = await join();
    services.session.setPermissions('me', { canPublishData: false });
    expect((await rejection(room.setHandRaised(true))).reason).to.equal('publish-forbidden');
    expect(handsOf(room)).to.deep.equal([]);
    expect(signsOf(room[roomHandleKey]).isPending.getSnapshot()).to.equal(false);
  });

  it('asks by a request that the page can cancel', async () => {
    const { room } = await join();
    room.addEventListener('ffc-hand-request', (event) => event.preventDefault(), { once: true });
    room.dispatchEvent(new FfcHandRequestEvent());
    const raised = nextEvent(room, 'ffc-hand-change');
    room.dispatchEvent(new FfcHandRequestEvent({ raised: true }));
    expect(await raised).to.include({ raised: true, order: 1 });
  });
});

describe('reactions in <ffc-room>', () => {
  it('are sent, told to the page, and shown on a tile', async () => {
    const { room, say, sent } = await join();
    const told = nextEvent(room, 'ffc-reaction');
    await room.sendReaction('clap');
    expect((await told).name).to.equal('clap');
    expect(sent()).to.deep.equal([{ type: 'reaction', name: 'clap' }]);
    const other = nextEvent(room, 'ffc-reaction');
    say('guest1', { type: 'reaction', name: 'heart' });
    expect(await other).to.include({ name: 'heart' });
    expect(signsOf(room[roomHandleKey]).reactions.getSnapshot().get('guest1')).to.equal('❤️');
  });

  it('are limited to five a second per participant and to known names', async () => {
    const { room, say } = await join();
    const told: string[] = [];
    room.addEventListener('ffc-reaction', ({ participant }) => told.push(participant.identity));
    expect((await rejection(room.sendReaction('toString'))).reason).to.equal('invalid-request');
    for (let n = 0; n < 20; n++) say('guest1', { type: 'reaction', name: 'party' });
    for (let n = 0; n < 5; n++) await room.sendReaction('party');
    expect((await rejection(room.sendReaction('party'))).reason).to.equal('rate-limited');
    expect(told.filter((identity) => identity === 'guest1').length).to.equal(5);
    expect(told.filter((identity) => identity === 'me').length).to.equal(5);
  });
});

describe('a host who asks to mute', () => {
  it('mutes, says who did, and never unmutes', async () => {
    const { room, say } = await join();
    await room.setMicrophoneEnabled(true);
    say('host', { type: 'mute' });
    await until(room[roomHandleKey].store.controls, ({ microphone }) => !microphone.enabled);
    await eventually(room, () => newsOf(room).includes('Hana Host muted you'));
    say('host', { type: 'mute' });
    say('host', { type: 'unmute' });
    await nextMacrotask();
    expect(micOf(room)).to.equal(false);
  });

  it('is followed only if the server vouches for that', async () => {
    const { room, services, say } = await join();
    await room.setMicrophoneEnabled(true);
    services.session.setPermissions('guest2', { canUpdateMetadata: true });
    services.session.setMetadata('guest2', { channelMemberType: 'OPERATOR' });
    say('guest1', { type: 'mute' });
    say('guest2', { type: 'mute' });
    services.session.receive(undefined, signalTopic, '{"type":"mute"}');
    await nextMacrotask();
    expect(micOf(room)).to.equal(true);
    const signals = await room.use('signals');
    expect((await rejection(signals.askToMute('guest1'))).reason).to.equal('forbidden');
  });

  it('asks one, or everybody', async () => {
    const { room, services, sent } = await join();
    services.session.setMetadata('me', { appUserId: 'me', channelMemberType: 'OPERATOR' });
    const signals = await room.use('signals');
    await signals.askToMute('guest1');
    await signals.askToMute();
    expect(sent()).to.deep.equal([{ type: 'mute', to: ['guest1'] }, { type: 'mute' }]);
  });
});
