import { expect } from '@open-wc/testing';
import { FfcError } from '../../src/core/errors.js';
import { type EffectInit, SwitchableEffect } from '../../src/effects/switchable-effect.js';
import type { EffectSupport } from '../../src/parts/room-effect.js';

/** A camera track that replaces its processor as LiveKit does. */
class FakeCamera {
  readonly kind = 'video';
  isStopped = false;
  isMuted = false;
  processor: SwitchableEffect | undefined;
  readonly captured: { readyState: string; stop(): void } = {
    readyState: 'live',
    stop() {
      this.readyState = 'ended';
    },
  };

  get given(): never {
    return { track: this.captured, localTrack: this } as never;
  }

  async setProcessor(processor: SwitchableEffect): Promise<void> {
    await processor.init(this.given);
    if (this.processor) {
      this.processor.processedTrack?.stop();
      await this.processor.destroy();
    }
    this.processor = processor;
  }
}

interface Running {
  ended: number;
  isStopped: boolean;
}

const bench = ({
  fails = () => false,
  support = { supported: true },
  isPrivate = true,
}: {
  readonly fails?: () => boolean;
  readonly support?: EffectSupport;
  readonly isPrivate?: boolean;
} = {}) => {
  const running: Running[] = [];
  const start: EffectInit['start'] = () => {
    if (fails()) return Promise.reject(new TypeError('no file'));
    const one: Running = { ended: 0, isStopped: false };
    running.push(one);
    return Promise.resolve({
      track: { stop: () => (one.isStopped = true) } as unknown as MediaStreamTrack,
      end: () => {
        one.ended++;
        return Promise.resolve();
      },
    });
  };
  const effect = new SwitchableEffect({
    name: 'background-blur',
    support: () => support,
    start,
    isPrivate,
    noPersist: false,
  });
  return { effect, running };
};

const reasonOf = (work: Promise<unknown>): Promise<string | undefined> =>
  work.then(
    () => undefined,
    (error: unknown) => (error instanceof FfcError ? error.reason : 'another error'),
  );

describe('an effect that can be switched', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('starts nothing while it is off', async () => {
    const { effect, running } = bench();
    await new FakeCamera().setProcessor(effect);
    expect(running).to.deep.equal([]);
    expect(effect.processedTrack === undefined).to.equal(true);
  });

  it('changes a running camera when it is turned on, and leaves it when it is off', async () => {
    const { effect, running } = bench();
    const camera = new FakeCamera();
    await camera.setProcessor(effect);
    await effect.setEnabled(true);
    expect(running).to.deep.equal([{ ended: 0, isStopped: false }]);
    expect(effect.processedTrack === undefined).to.equal(false);
    await effect.setEnabled(false);
    expect(running).to.deep.equal([{ ended: 1, isStopped: true }]);
    expect(effect.processedTrack === undefined).to.equal(true);
  });

  it('ends as it was asked last, however fast it is switched', async () => {
    const { effect, running } = bench();
    const camera = new FakeCamera();
    await camera.setProcessor(effect);
    await Promise.all([true, false, true, true].map((on) => effect.setEnabled(on)));
    expect(running.map(({ ended }) => ended)).to.deep.equal([1, 0]);
    await camera.processor!.destroy();
    expect(running.map(({ ended }) => ended)).to.deep.equal([1, 1]);
  });

  it('starts with the next capture where the camera is off', async () => {
    const { effect, running } = bench();
    const camera = new FakeCamera();
    await camera.setProcessor(effect);
    camera.isMuted = true;
    await effect.setEnabled(true);
    expect(running).to.deep.equal([]);
    await effect.restart(camera.given);
    expect(running).to.have.length(1);
  });

  it('stops a camera that it fails for, is off then, and leaves the next one', async () => {
    let fails = true;
    const { effect } = bench({ fails: () => fails });
    await effect.setEnabled(true);
    const camera = new FakeCamera();
    expect(await reasonOf(camera.setProcessor(effect))).to.equal('load-failed');
    expect(camera.captured.readyState).to.equal('ended');
    expect(effect.state.getSnapshot()).to.deep.include({ enabled: false, isPending: false });
    fails = false;
    expect(await reasonOf(new FakeCamera().setProcessor(effect))).to.equal(undefined);
  });

  it('leaves a running camera as it is where turning it on fails, and can be tried again', async () => {
    let fails = true;
    const { effect, running } = bench({ fails: () => fails });
    const camera = new FakeCamera();
    await camera.setProcessor(effect);
    expect(await reasonOf(effect.setEnabled(true))).to.equal('load-failed');
    expect(camera.captured.readyState).to.equal('live');
    fails = false;
    await effect.setEnabled(true);
    expect(running).to.have.length(1);
    expect(effect.state.getSnapshot().error).to.equal(undefined);
  });

  it('lets the captured track pass where it hides nothing and fails', async () => {
    const { effect } = bench({ fails: () => true, isPrivate: false });
    await effect.setEnabled(true);
    const microphone = new FakeCamera();
    expect(await reasonOf(microphone.setProcessor(effect))).to.equal(undefined);
    expect(microphone.captured.readyState).to.equal('live');
    expect(effect.state.getSnapshot().error?.reason).to.equal('load-failed');
  });

  it('explains why it cannot run, with the remedy', async () => {
    const problems = {
      'no-processing': ['device-unsupported', 'current browser'],
      'no-webgl': ['device-unsupported', 'hardware acceleration'],
      'no-webassembly': ['device-unsupported', 'current browser'],
      'blocked-by-policy': ['device-blocked-by-page', 'wasm-unsafe-eval'],
    } as const;
    for (const [problem, [reason, remedy]] of Object.entries(problems)) {
      const { effect } = bench({
        support: { supported: false, problem: problem as keyof typeof problems },
      });
      expect(await reasonOf(effect.setEnabled(true)), problem).to.equal(reason);
      const { error } = effect.state.getSnapshot();
      expect(error?.message, problem).to.contain(remedy);
      expect(error, problem).to.include({ stage: 'device', device: 'camera' });
    }
  });

  it('remembers the choice unless that is turned off', async () => {
    await bench().effect.setEnabled(true, { keep: false });
    expect(bench().effect.state.getSnapshot().enabled).to.equal(false);
    await bench().effect.setEnabled(true);
    expect(bench().effect.state.getSnapshot().enabled).to.equal(true);
    localStorage.setItem('ffc-elements:effects', 'not ours');
    expect(bench().effect.state.getSnapshot().enabled).to.equal(false);
  });
});
