import { expect } from '@open-wc/testing';
import { FfcError } from '../../../src/core/errors.js';
import { createMockSession } from '../../../src/mock/index.js';
import type { MockSession } from '../../../src/mock/index.js';
import type { RtcSessionEvents } from '../../../src/rtc/session.js';

const grant = { url: 'wss://media.invalid', token: 'secret' };
const types = [
  'connection-change',
  'participant-joined',
  'participant-left',
  'participant-change',
  'track-published',
  'track-unpublished',
  'track-subscribed',
  'track-unsubscribed',
  'track-muted',
  'track-unmuted',
  'active-speakers-change',
  'quality-change',
  'playback-change',
  'devices-change',
] as const satisfies readonly (keyof RtcSessionEvents)[];

/** Records each event as a line: its type, participant and track, and whether it is initial. */
function record(session: MockSession): string[] {
  const lines: string[] = [];
  for (const type of types) {
    session.on(type, (event: object) => {
      const { participant, track, initial, state } = event as {
        participant?: { identity: string };
        track?: { source: string };
        initial?: boolean;
        state?: string;
      };
      const words = [type, participant?.identity, track?.source, initial && 'initial', state];
      lines.push(words.filter(Boolean).join(' '));
    });
  }
  return lines;
}

async function rejection(work: Promise<unknown>): Promise<FfcError> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  expect(error).to.be.instanceOf(FfcError);
  return error as FfcError;
}

describe('createMockSession', () => {
  it('is nobody with local tracks before the connection', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.setCameraEnabled(true);
    const [me, ...others] = session.participants();
    expect(me!.identity).to.equal('');
    expect(me!.tracks[0]).to.include({ sid: 'local:camera', isLocal: true, muted: false });
    expect(others).to.be.empty;
    await session.dispose();
  });

  it('tells who is there and publishes the preview before connect() resolves', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina', microphone: false }] });
    await session.setCameraEnabled(true);
    const lines = record(session);
    await session.connect(grant);
    expect(lines).to.deep.equal([
      'connection-change connecting',
      'connection-change connected',
      'participant-joined me',
      'participant-joined mina initial',
      'track-published mina camera initial',
      'track-subscribed mina camera',
      'participant-change mina',
      'track-published me camera',
    ]);
    expect(session.participants()[0]!.tracks[0]!.sid).to.equal('TR_me_camera');
    await session.dispose();
  });

  it('takes tracks away before it says that somebody left', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina', microphone: false }] });
    await session.connect(grant);
    const lines = record(session);
    session.removeParticipant('mina');
    expect(lines).to.deep.equal([
      'track-unsubscribed mina camera',
      'participant-change mina',
      'track-unpublished mina camera',
      'participant-change mina',
      'participant-left mina',
    ]);
    await session.dispose();
  });

  it('subscribes to nothing by itself with autoSubscribe off', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.connect({ ...grant, autoSubscribe: false });
    const mina = () => session.participants()[1]!;
    expect(mina().tracks.some((track) => track.isSubscribed)).to.be.false;
    await session.setSubscribed('TR_mina_camera', true);
    expect(mina().tracks[0]!.isSubscribed).to.be.true;
    expect((await rejection(session.setSubscribed('TR_x', true))).reason).to.equal(
      'subscribe-failed',
    );
    await session.dispose();
  });

  it('gives a track that is published again another id', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.connect(grant);
    session.unpublish('mina', 'camera');
    session.publish('mina', 'camera');
    const sids = session.participants()[1]!.tracks.map(({ sid }) => sid);
    expect(sids).to.deep.equal(['TR_mina_microphone', 'TR_mina_camera_2']);
    await session.dispose();
  });

  it('names the speakers, loudest first, and tells each change of level once', async () => {
    const session = createMockSession({ participants: [{ identity: 'a' }, { identity: 'b' }] });
    await session.connect(grant);
    const speakers: unknown[] = [];
    session.on('active-speakers-change', ({ identities }) => speakers.push(identities));
    const changes: string[] = [];
    session.on('participant-change', ({ participant }) => changes.push(participant.identity));
    session.setSpeaking({ a: 0.3, b: 0.81 });
    session.setSpeaking({ a: 0.3, b: 0.8 });
    expect(speakers).to.deep.equal([['b', 'a']]);
    expect(changes).to.deep.equal(['a', 'b']);
    await session.dispose();
  });

  it('stalls a video only while it is on and subscribed', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.connect(grant);
    const lines = record(session);
    const isStalled = () => session.participants()[1]!.tracks[0]!.isStalled;
    session.stallTrack('mina', 'camera');
    session.stallTrack('mina', 'camera');
    expect(lines).to.deep.equal(['participant-change mina']);
    expect(isStalled()).to.equal(true);
    session.stallTrack('mina', 'camera', false);
    expect(isStalled()).to.equal(false);
    session.stallTrack('mina', 'camera');
    session.setMuted('mina', 'camera', true);
    expect(isStalled()).to.equal(false);
    session.stallTrack('mina', 'camera');
    expect(isStalled()).to.equal(false);
    await session.dispose();
  });

  it('carries messages, transcriptions and the facts of the room in a call', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    const told: unknown[] = [];
    session.on('data-received', ({ identity, topic, text }) => told.push([identity, topic, text]));
    session.on('transcription', ({ identity, text, isFinal }) =>
      told.push([identity, text, isFinal]),
    );
    session.on('room-change', (info) => told.push(info));
    session.setRoomInfo({ isRecording: true });
    session.receive('mina', 'early', 'nobody hears it');
    expect((await rejection(session.sendText('x', { topic: 'a' }))).reason).to.equal(
      'invalid-state',
    );
    expect(told).to.deep.equal([]);

    await session.connect(grant);
    session.receive('mina', 'greeting', 'Hello');
    session.receive('mina', 'large', 'x'.repeat(15_001));
    session.transcribe('mina', 'Good morn', { isFinal: false });
    session.setRoomInfo({ isRecording: false });
    expect(told).to.deep.equal([
      { metadata: undefined, isRecording: true },
      ['mina', 'greeting', 'Hello'],
      ['mina', 'Good morn', false],
      { metadata: undefined, isRecording: false },
    ]);

    await session.sendText('Hi', { topic: 'greeting', to: ['mina'] });
    expect(session.sent[0]).to.deep.include({ topic: 'greeting', text: 'Hi', to: ['mina'] });
    const large = session.sendData(new Uint8Array(15_001), { topic: 'large' });
    expect((await rejection(large)).reason).to.equal('invalid-request');
    session.setPermissions('me', { canPublishData: false });
    const forbidden = session.sendText('Hi', { topic: 'greeting' });
    expect((await rejection(forbidden)).reason).to.equal('publish-forbidden');
    await session.dispose();
  });

  it('rejects once on demand', async () => {
    const session = createMockSession();
    const error = new FfcError({ reason: 'device-denied', stage: 'device', message: 'No.' });
    session.failNext('setCameraEnabled', error);
    expect(await rejection(session.setCameraEnabled(true))).to.equal(error);
    await session.setCameraEnabled(true);
    expect(session.participants()[0]!.tracks).to.have.length(1);
    await session.dispose();
  });

  it('leaves nothing running when connecting is aborted', async () => {
    const session = createMockSession();
    session.hold('connect');
    const abort = new AbortController();
    const connecting = session.connect({ ...grant, signal: abort.signal });
    abort.abort();
    expect((await rejection(connecting)).reason).to.equal('aborted');
    expect(session.connection).to.deep.equal({ state: 'new' });
    const again = session.connect(grant);
    await session.dispose();
    expect((await rejection(again)).reason).to.equal('aborted');
  });

  it('lets go of the devices when the server went away, and can connect again', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.setMicrophoneEnabled(true);
    await session.connect(grant);
    session.end('connection-lost');
    expect(session.participants()).to.have.length(1);
    expect(session.participants()[0]).to.deep.include({ identity: '', tracks: [] });
    await session.connect(grant);
    await session.setMicrophoneEnabled(true);
    expect(session.participants()[0]!.tracks[0]!.sid).to.equal('TR_me_microphone_2');
    expect(session.participants()).to.have.length(2);
    await session.dispose();
  });

  it('names the devices once it may', async () => {
    const session = createMockSession();
    expect(session.devices.audioinput[0]!.label).to.equal('');
    await session.setMicrophoneEnabled(true);
    expect(session.devices.audioinput[0]!.label).to.equal('Built-in microphone');
    await session.dispose();
  });

  it('plays a picture in the elements that a track is attached to, and only while it is', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    const video = document.createElement('video');
    const detach = session.attach('TR_mina_camera', video);
    expect(video.srcObject).to.equal(null);
    await session.connect(grant);
    await new Promise((resolve) => video.addEventListener('loadeddata', resolve));
    expect(video.videoWidth).to.equal(640);
    const stream = video.srcObject as MediaStream;
    detach();
    expect(video.srcObject).to.equal(null);
    expect(stream.getTracks()[0]!.readyState).to.equal('ended');
    expect(session.attachments).to.equal(0);
    await session.dispose();
  });

  it('plays silence for a microphone', async () => {
    const session = createMockSession({ participants: [{ identity: 'mina' }] });
    await session.connect(grant);
    const audio = document.createElement('audio');
    session.attach('TR_mina_microphone', audio);
    expect((audio.srcObject as MediaStream).getAudioTracks()).to.have.length(1);
    await session.dispose();
    expect(audio.srcObject).to.equal(null);
  });

  it('plays a script in the order of its times, until it is stopped', async () => {
    const session = createMockSession();
    const seen: number[] = [];
    const step = (at: number) => ({ at, do: () => void seen.push(at) });
    await session.play([step(2000), step(0), step(1000)], { instant: true });
    expect(seen).to.deep.equal([0, 1000, 2000]);
    const playing = session.play([step(0), step(60_000)]);
    await session.dispose();
    await playing;
    expect(seen).to.deep.equal([0, 1000, 2000, 0]);
  });

  it('makes a crowd whose script another session can start with', async () => {
    const session = createMockSession();
    expect(session.crowd(3)).to.deep.equal(['guest1', 'guest2', 'guest3']);
    const again = createMockSession({ participants: session.script() });
    expect(again.script()).to.deep.equal(session.script());
    await session.dispose();
    await again.dispose();
  });
});
