import { expect } from '@open-wc/testing';
import { FfcError } from '../../../src/core/errors.js';
import { ParticipantsBeforeCall } from '../../../src/rtc/livekit/before-call.js';
import { Call } from '../../../src/rtc/livekit/call.js';
import { LiveKitSession } from '../../../src/rtc/livekit/session.js';
import { loadPart } from '../../../src/rtc/load.js';
import type { RtcConnection, RtcSessionEvents, TrackSnapshot } from '../../../src/rtc/session.js';

const camera: TrackSnapshot = {
  sid: 'local:camera',
  source: 'camera',
  kind: 'video',
  muted: false,
  isLocal: true,
  isSubscribed: true,
  isStalled: false,
  width: 640,
  height: 360,
};

describe('the participants before a call', () => {
  it('are the local one alone, whose tracks change once each', () => {
    let tracks: readonly TrackSnapshot[] = [];
    const changes: RtcSessionEvents['participant-change'][] = [];
    const participants = new ParticipantsBeforeCall(
      () => tracks,
      (type, event) => {
        expect(type).to.equal('participant-change');
        changes.push(event as RtcSessionEvents['participant-change']);
      },
    );
    const before = participants.list();
    expect(before).to.have.length(1);
    participants.syncLocal();
    expect(participants.list()).to.equal(before);

    tracks = [{ ...camera }];
    participants.syncLocal();
    tracks = [{ ...camera }];
    participants.syncLocal();
    expect(changes.map(({ changed }) => changed)).to.deep.equal([['tracks']]);
    const [local] = participants.list();
    expect(changes[0]?.participant).to.equal(local);
    expect(local).to.deep.include({ identity: '', isLocal: true, tracks: [camera] });
  });

  it('are the same after the code of a call has come', async () => {
    const session = new LiveKitSession({});
    try {
      await session.setCameraEnabled(true);
      const before = session.participants();
      expect(before[0]?.tracks.map(({ sid }) => sid)).to.deep.equal(['local:camera']);
      await import('../../../src/rtc/livekit/in-call.js');
      expect(session.participants()).to.deep.equal(before);
      expect(session.roomInfo).to.deep.equal({ metadata: undefined, isRecording: false });
    } finally {
      await session.dispose();
    }
  });
});

describe('the code of a call', () => {
  const options = { url: 'wss://media.example', token: 'secret' };
  const failure = (work: Promise<unknown>): Promise<unknown> =>
    work.then(
      () => expect.fail('resolved'),
      (thrown: unknown) => thrown,
    );

  function createCall(load: () => Promise<{ connect: () => Promise<void> }>): {
    readonly call: Call;
    readonly seen: readonly RtcConnection['state'][];
  } {
    const seen: RtcConnection['state'][] = [];
    const room = { disconnect: () => Promise.resolve() } as unknown as LiveKitSession['liveRoom'];
    const call = new Call({ room, load, onChange: ({ state }) => void seen.push(state) });
    return { call, seen };
  }

  it('that cannot be loaded fails the attempt, and is asked for again by the next', async () => {
    let isOffline = true;
    const { call, seen } = createCall(() =>
      loadPart(() =>
        isOffline
          ? Promise.reject(new TypeError('Failed to fetch'))
          : Promise.resolve({ connect: () => Promise.resolve() }),
      ),
    );
    const error = await failure(call.connect(options));
    expect(error).to.be.instanceOf(FfcError);
    expect(error).to.include({ reason: 'load-failed', stage: 'connect', retryable: true });
    expect(seen).to.deep.equal(['connecting', 'new']);
    isOffline = false;
    await call.connect(options);
  });

  it('is not waited for by an attempt that was given up', async () => {
    let connects = 0;
    let arrive = (): void => {};
    const { call } = createCall(
      () =>
        new Promise((resolve) => {
          arrive = () =>
            resolve({
              connect: () => {
                connects++;
                return Promise.resolve();
              },
            });
        }),
    );
    const abort = new AbortController();
    const failed = failure(call.connect({ ...options, signal: abort.signal }));
    abort.abort();
    expect(await failed).to.include({ reason: 'aborted' });
    expect(call.connection.state).to.equal('new');

    const left = failure(call.connect(options));
    arrive();
    await call.disconnect();
    expect(await left).to.include({ reason: 'aborted' });
    expect(connects).to.equal(0);
  });

  it('has a limit of time, too', async () => {
    const { call } = createCall(() => new Promise(() => {}));
    const error = await failure(call.connect({ ...options, timeout: 1 }));
    expect(error).to.include({ reason: 'timeout', retryable: true });
  });
});
