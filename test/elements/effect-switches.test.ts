import { expect } from '@open-wc/testing';
import { createCell } from '../../src/core/cell.js';
import { FfcError } from '../../src/core/errors.js';
import {
  type EffectSupport,
  type RoomEffect,
  roomEffectKey,
  type RoomEffectName,
  type RoomEffectState,
} from '../../src/parts/room-effect.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, openRoom, type RoomBenchOptions, shownText } from '../support/room-bench.js';

const failure = new FfcError({ reason: 'load-failed', stage: 'setup', message: 'No file.' });

class FakeEffect implements RoomEffect {
  readonly [roomEffectKey] = true;
  readonly name: RoomEffectName;
  readonly state = createCell<RoomEffectState>({
    enabled: false,
    isPending: false,
    error: undefined,
  });
  support: EffectSupport = { supported: true };
  fails = false;
  readonly kept: (boolean | undefined)[] = [];

  constructor(name: RoomEffectName) {
    this.name = name;
  }

  setEnabled(enabled: boolean, { keep }: { keep?: boolean } = {}): Promise<void> {
    this.kept.push(keep);
    const error = this.fails ? failure : undefined;
    this.state.set({ enabled: enabled && !error, isPending: false, error });
    return error ? Promise.reject(error) : Promise.resolve();
  }
}

const effects = () => ({
  videoProcessor: new FakeEffect('background-blur'),
  audioProcessor: new FakeEffect('noise-suppression'),
});

async function settingsOf(properties: NonNullable<RoomBenchOptions['properties']>) {
  const { room } = await joinRoom({ properties });
  await room.openPanel('settings');
  const settings = await eventually(room, () => room.shadowRoot!.querySelector('ffc-settings'));
  await eventually(settings, () => settings.shadowRoot!.querySelector('#language'));
  const find = (name: string): HTMLInputElement | null =>
    settings.shadowRoot!.querySelector<HTMLInputElement>(`[name=${name}]`);
  const text = (): string => shownText(settings.shadowRoot!);
  return { room, settings, find, text };
}

describe('the switches of effects', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('turn the page’s effects on and off in the settings, accessibly', async () => {
    const given = effects();
    const { settings, find } = await settingsOf({ ...given, noPersist: false });
    const blur = await eventually(settings, () => find('background-blur'));
    const noise = find('noise-suppression')!;
    expect([blur.checked, noise.checked]).to.deep.equal([false, false]);
    blur.click();
    expect(given.videoProcessor.state.getSnapshot().enabled).to.equal(true);
    expect(given.videoProcessor.kept).to.deep.equal([true]);
    await given.videoProcessor.setEnabled(false);
    await eventually(settings, () => !find('background-blur')!.checked);
    noise.click();
    expect(given.audioProcessor.state.getSnapshot().enabled).to.equal(true);
    await expect(settings).to.be.accessible();
  });

  it('keep nothing with no-persist', async () => {
    const given = effects();
    const { settings, find } = await settingsOf({ ...given, noPersist: true });
    (await eventually(settings, () => find('background-blur'))).click();
    expect(given.videoProcessor.kept).to.deep.equal([false]);
  });

  it('are not there without effects, nor for processors that have no switch', async () => {
    const { find } = await settingsOf({ videoProcessor: { name: 'mine' } });
    expect([find('background-blur'), find('noise-suppression')]).to.deep.equal([null, null]);
  });

  it('say why an effect cannot run here', async () => {
    const problems = {
      'no-processing': 'This browser cannot do that',
      'no-webassembly': 'This browser cannot do that',
      'no-webgl': 'hardware acceleration',
      'blocked-by-policy': 'This page does not allow it',
    } as const;
    for (const [problem, words] of Object.entries(problems)) {
      const videoProcessor = new FakeEffect('background-blur');
      videoProcessor.support = { supported: false, problem: problem as keyof typeof problems };
      const { room, settings, find, text } = await settingsOf({ videoProcessor });
      const input = await eventually(settings, () => find('background-blur'));
      expect(input.disabled, problem).to.equal(true);
      expect(text(), problem).to.contain(words);
      room.remove();
    }
  });

  it('say that an effect is starting, and that it did not start', async () => {
    const videoProcessor = new FakeEffect('background-blur');
    const { settings, find, text } = await settingsOf({ videoProcessor });
    await eventually(settings, () => find('background-blur'));
    videoProcessor.state.set({ enabled: true, isPending: true, error: undefined });
    await eventually(settings, () => text().includes('Starting'));
    videoProcessor.state.set({ enabled: false, isPending: false, error: undefined });
    await eventually(settings, () => !text().includes('Starting'));
    videoProcessor.fails = true;
    find('background-blur')!.click();
    await eventually(settings, () => text().includes('It did not start'));
    await eventually(settings, () => !find('background-blur')!.checked);
  });

  it('are turned off with everything else that is cleared', async () => {
    const given = effects();
    const { settings, find } = await settingsOf({ ...given, noPersist: false });
    (await eventually(settings, () => find('background-blur'))).click();
    localStorage.setItem('ffc-elements:effects', '{"background-blur":true}');
    settings.requestUpdate();
    await eventually(settings, () => shownText(settings.shadowRoot!).includes('Blurring'));
    settings.shadowRoot!.querySelector<HTMLElement>('.clear')!.click();
    const clear = await eventually(settings, () =>
      settings.shadowRoot!.querySelector<HTMLElement>('.question .danger'),
    );
    clear.click();
    expect(given.videoProcessor.state.getSnapshot().enabled).to.equal(false);
    expect(given.videoProcessor.kept).to.deep.equal([true, false]);
  });

  it('are also there before a call, and speak Korean', async () => {
    const given = effects();
    const { room } = await openRoom('prejoin', { properties: given });
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    const blur = await eventually(prejoin, () =>
      prejoin.shadowRoot!.querySelector<HTMLInputElement>('[name=background-blur]'),
    );
    blur.click();
    expect(given.videoProcessor.state.getSnapshot().enabled).to.equal(true);
    room.setAttribute('lang', 'ko');
    await eventually(prejoin, () => shownText(prejoin.shadowRoot!).includes('배경 흐리게'));
    await expect(prejoin).to.be.accessible();
  });
});
