import { expect } from '@open-wc/testing';
import type { FfcEvent } from '../../src/events/event.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import {
  arrive,
  createRoom,
  failure,
  heardJoin,
  joinRoom,
  newsRegion,
} from '../support/room-bench.js';

const participantEvents = [
  'ffc-participant-joined',
  'ffc-participant-left',
  'ffc-track-published',
  'ffc-track-unpublished',
  'ffc-track-muted',
  'ffc-track-unmuted',
] as const;

describe('<ffc-room> events', () => {
  it('bubble and cross shadow boundaries, so that one listener hears all rooms', async () => {
    const { room } = createRoom();
    const event: FfcEvent = await nextEvent(document, 'ffc-state-change');
    expect(event.target).to.equal(room);
    expect(event).to.include({ bubbles: true, composed: true, cancelable: false });
  });

  it('tell those already there with initial, and those who come later without', async () => {
    const { room, services } = createRoom({
      properties: { autoJoin: true },
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor', name: 'Noor' }),
    });
    const joined: string[] = [];
    room.addEventListener('ffc-participant-joined', ({ participant, initial }) => {
      joined.push(`${participant.name} ${initial}`);
    });
    await arrive(room, 'connected');
    services.session.addParticipant({ identity: 'alex', name: 'Alex' });
    expect(joined).to.include.members(['Noor true', 'Alex false']);
  });

  it('tell messages and speech in writing, with who sent them', async () => {
    const { room, services } = await joinRoom();
    const { session } = services;
    session.addParticipant({ identity: 'noor', name: 'Noor' });
    const data = nextEvent(room, 'ffc-data');
    session.receive('noor', 'wave', 'hello');
    const { participant, topic, text } = await data;
    expect([participant?.name, topic, text]).to.deep.equal(['Noor', 'wave', 'hello']);
    const transcription = nextEvent(room, 'ffc-transcription');
    session.transcribe('noor', 'Good morning', { language: 'en' });
    expect(await transcription).to.include({ text: 'Good morning', final: true, language: 'en' });
  });

  it('report the actions of a participant in order, with frozen snapshots', async () => {
    const { room, services } = await joinRoom();
    const told: string[] = [];
    for (const type of participantEvents) {
      room.addEventListener(type, (event) => {
        expect(event.participant).to.be.frozen;
        const source = 'track' in event ? ` ${event.track.source}` : '';
        told.push(`${event.type} ${event.participant.identity}${source}`);
      });
    }
    const { session } = services;
    session.addParticipant({ identity: 'noor', camera: false });
    session.setMuted('noor', 'microphone', true);
    session.setMuted('noor', 'microphone', false);
    session.unpublish('noor', 'microphone');
    session.removeParticipant('noor');
    expect(told).to.deep.equal([
      'ffc-participant-joined noor',
      'ffc-track-published noor microphone',
      'ffc-track-muted noor microphone',
      'ffc-track-unmuted noor microphone',
      'ffc-track-unpublished noor microphone',
      'ffc-participant-left noor',
    ]);
  });

  it('report the changed fields of a participant', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor' }),
    });
    const changed = nextEvent(room, 'ffc-participant-change');
    services.session.setMetadata('noor', { appUserName: 'Noor H.' });
    const event = await changed;
    expect(event.changed).to.include('metadata');
    expect(event.participant.name).to.equal('Noor H.');
  });

  it('tell who speaks, how good a connection is, and whether sound may play', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor' }),
    });
    const speakers = nextEvent(room, 'ffc-active-speakers-change');
    services.session.setSpeaking({ noor: 0.8 });
    expect((await speakers).participants.map(({ identity }) => identity)).to.deep.equal(['noor']);
    const quality = nextEvent(room, 'ffc-quality-change');
    services.session.setQuality('noor', 'poor');
    expect(await quality).to.include({ quality: 'poor' });
    const playback = nextEvent(room, 'ffc-playback-change');
    services.session.blockAudio();
    expect((await playback).canPlayAudio).to.equal(false);
  });

  it('tell that the call is recorded, at the join and when it changes', async () => {
    const { room, services } = createRoom({
      properties: { autoJoin: true },
      prepare: ({ session }) => session.setRoomInfo({ isRecording: true }),
    });
    expect((await nextEvent(room, 'ffc-recording-change')).recording).to.equal(true);
    const ended = nextEvent(room, 'ffc-recording-change');
    services.session.setRoomInfo({ isRecording: false });
    expect((await ended).recording).to.equal(false);
  });

  it('tell a failure once, and show it until it is dismissed', async () => {
    const { room, services } = await joinRoom({ properties: { startCameraOff: true } });
    const error = failure({ reason: 'device-in-use', stage: 'device', device: 'camera' });
    services.session.failNext('setCameraEnabled', error);
    const told = nextEvent(room, 'ffc-error');
    await room.setCameraEnabled(true).catch((thrown: unknown) => {
      expect(thrown).to.equal(error);
    });
    expect((await told).error).to.equal(error);
    const notice = await eventually(room, () => room.shadowRoot!.querySelector('.notice'));
    expect(notice.textContent).to.contain('Your camera is in use by another app');
    await expect(room).to.be.accessible();
    notice.querySelector('button')!.click();
    await room.updateComplete;
    expect(room.shadowRoot!.querySelector('.notice')).to.equal(null);
  });

  it('a notice goes by itself when the device works after all', async () => {
    const { room, services } = await joinRoom({ properties: { startCameraOff: true } });
    services.session.failNext(
      'setCameraEnabled',
      failure({ reason: 'device-in-use', stage: 'device', device: 'camera' }),
    );
    await room.setCameraEnabled(true).catch(() => {});
    await eventually(room, () => room.shadowRoot!.querySelector('.notice'));
    await room.setCameraEnabled(true);
    await eventually(room, () => !room.shadowRoot!.querySelector('.notice'));
  });

  it('blocked sound has a way out', async () => {
    const { room, services } = await joinRoom();
    services.session.blockAudio();
    const bar = await eventually(room, () =>
      room.shadowRoot!.querySelector<HTMLElement>('[part=sound-bar]'),
    );
    bar.querySelector('button')!.click();
    await eventually(room, () => !room.shadowRoot!.querySelector('[part=sound-bar]'));
    expect(services.session.canPlayAudio).to.equal(true);
  });
});

describe('<ffc-room> live region', () => {
  it('names nobody who was already there, and tells who comes and goes in one sentence', async () => {
    const { room, services } = await joinRoom({
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor', name: 'Noor' }),
    });
    const region = await heardJoin(room);
    expect(region.textContent).not.to.contain('Noor');
    services.session.addParticipant({ identity: 'alex', name: 'Alex' });
    services.session.addParticipant({ identity: 'mina', name: 'Mina' });
    services.session.removeParticipant('noor');
    await eventually(room, () => region.textContent === 'Alex and Mina joined. Noor left');
  });

  it('counts a crowd', async () => {
    const { room, services } = await joinRoom();
    const region = await heardJoin(room);
    services.session.crowd(9);
    await eventually(room, () => region.textContent === '9 people joined');
  });

  it('announce="important" leaves out the microphones of others', async () => {
    const { room, services } = await joinRoom({
      properties: { announce: 'important' },
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor', name: 'Noor' }),
    });
    const region = await heardJoin(room);
    services.session.setMuted('noor', 'microphone', true);
    services.session.removeParticipant('noor');
    await eventually(room, () => region.textContent === 'Noor left');
  });

  it('tells a break of the connection, unless it is over by then', async () => {
    const { room, services } = await joinRoom();
    const region = await heardJoin(room);
    services.session.reconnect('full');
    services.session.restore();
    await eventually(room, () => region.textContent === 'Reconnected');
  });

  it('announce="none" says nothing', async () => {
    const { room, services } = await joinRoom({ properties: { announce: 'none' } });
    const heard = await joinRoom();
    const region = newsRegion(heard.room)!;
    services.session.crowd(1);
    heard.services.session.crowd(1);
    await eventually(heard.room, () => region.textContent);
    expect(newsRegion(room)!.textContent).to.equal('');
  });
});
