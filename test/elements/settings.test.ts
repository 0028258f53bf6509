import { expect } from '@open-wc/testing';
import { type Layout, registerLayout } from '../../src/parts/layouts.js';
import type { FfcSettingsElement } from '../../src/features/settings/settings.js';
import { eventually, nextEvent, nextMacrotask } from '../support/element-suite.js';
import {
  joinRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

interface SettingsBench extends RoomBench {
  readonly settings: FfcSettingsElement;
  readonly find: (selector: string) => Element | null;
}

async function openSettings(
  properties: RoomBenchOptions['properties'] = {},
): Promise<SettingsBench> {
  const bench = await joinRoom({ properties });
  await bench.room.openPanel('settings');
  const settings = await eventually(bench.room, () =>
    bench.room.shadowRoot!.querySelector('ffc-settings'),
  );
  const find = (selector: string) => settings.shadowRoot!.querySelector(selector);
  await eventually(settings, () => find('[part=settings]'));
  // The choice of language and the stored choices load after the devices.
  await eventually(settings, () => find('#language'));
  return { ...bench, settings, find };
}

describe('<ffc-settings>', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => localStorage.clear());

  it('offers devices, picture, captions, sounds, shortcuts and layout, accessibly', async () => {
    const { settings } = await openSettings();
    const text = shownText(settings.shadowRoot!);
    for (const words of ['Microphone', 'Camera', 'Mirror', 'captions', 'sounds', 'shortcuts']) {
      expect(text).to.contain(words);
    }
    await expect(settings).to.be.accessible();
  });

  it('mirrors the own picture, or does not', async () => {
    const { room, find } = await openSettings();
    await eventually(room, () => room.shadowRoot!.querySelector('[part=clock]'));
    (find('[name=mirror]') as HTMLInputElement).click();
    await eventually(room, () => room.style.getPropertyValue('--_mirror') === '1');
    (find('[name=mirror]') as HTMLInputElement).click();
    await eventually(room, () => room.style.getPropertyValue('--_mirror') === '');
  });

  it('changes the layout, and follows when it changes elsewhere', async () => {
    const { room, settings, find } = await openSettings();
    const layout = find('#layout') as HTMLSelectElement;
    const changed = nextEvent(room, 'ffc-layout-change');
    layout.value = 'focused';
    layout.dispatchEvent(new Event('change'));
    await changed;
    await settings.updateComplete;
    expect(layout.value).to.equal('focused');
    await room.setLayout('scroll');
    await settings.updateComplete;
    expect(layout.value).to.equal('scroll');
  });

  it('offers the layouts of the page, in place of built-in ones with the same name', async () => {
    const place: Layout = (items) =>
      items.map((item) => ({ item, x: 0, y: 0, width: 9, height: 9 }));
    registerLayout('test-settings', place, { label: ({ lang }) => `Mine (${lang})` });
    const { room, settings, find } = await openSettings({
      layout: 'test-settings',
      layoutMode: 'manual',
    });
    const layout = find('#layout') as HTMLSelectElement;
    const shown = () => layout.selectedOptions[0]?.text.trim();
    expect(shown()).to.equal('Mine (en)');
    await room.setLayout('grid');
    await settings.updateComplete;
    expect(shown()).to.equal('Grid');
    registerLayout('scroll', place, { label: () => 'Our row' });
    await room.setLayout('test-settings');
    await settings.updateComplete;
    const names = [...layout.options].map(({ text }) => text.trim());
    expect(names).to.include('Our row').and.not.to.include('Scroll');
    layout.value = 'scroll';
    const changed = nextEvent(room, 'ffc-layout-change');
    layout.dispatchEvent(new Event('change'));
    expect((await changed).layout).to.equal('scroll');
  });

  it('leads to all captions so far, with the focus, and only in a call', async () => {
    const { room, settings, find } = await openSettings();
    const button = find('.log') as HTMLButtonElement;
    expect(button.textContent.trim()).to.equal('What was said');
    button.focus();
    button.click();
    const captions = await eventually(room, () => room.shadowRoot!.querySelector('ffc-captions'));
    const panel = captions.closest('.panel')!;
    await eventually(room, () => panel.contains(room.shadowRoot!.activeElement));
    const elsewhere = document.createElement('ffc-settings');
    elsewhere.forElement = room;
    document.body.append(elsewhere);
    await eventually(elsewhere, () => elsewhere.shadowRoot!.querySelector('.log'));
    await room.leave();
    await eventually(elsewhere, () => !elsewhere.shadowRoot!.querySelector('.log'));
    elsewhere.remove();
    expect(settings.isConnected).to.equal(false);
  });

  it('shows a change that the page cancels as not made', async () => {
    const { room, find } = await openSettings();
    for (const type of ['ffc-layout-request', 'ffc-captions-request']) {
      room.addEventListener(type, (event) => event.preventDefault());
    }
    const layout = find('#layout') as HTMLSelectElement;
    const captions = find('[name=captions]') as HTMLInputElement;
    const before = layout.value;
    layout.value = 'focused';
    layout.dispatchEvent(new Event('change'));
    captions.click();
    await nextMacrotask();
    expect(layout.value).to.equal(before);
    expect(captions.checked).to.equal(false);
  });

  it('stores the settings, lists the stored data, and clears it', async () => {
    const { settings, find } = await openSettings({ noPersist: false });
    (find('[name=sounds]') as HTMLInputElement).click();
    expect(JSON.parse(localStorage.getItem('ffc-elements:settings')!)).to.include({
      sounds: false,
    });
    await eventually(settings, () => find('ul')?.textContent.includes('These settings'));
    const kept = localStorage.length;
    (find('.clear') as HTMLButtonElement).click();
    const question = await eventually(settings, () => find('.question'));
    await expect(settings).to.be.accessible();
    await eventually(settings, () => settings.shadowRoot!.activeElement?.matches('.keep'));
    (find('.keep') as HTMLButtonElement).click();
    await eventually(settings, () => settings.shadowRoot!.activeElement?.matches('.clear'));
    expect([question.isConnected, localStorage.length]).to.deep.equal([false, kept]);
    (find('.clear') as HTMLButtonElement).click();
    (await eventually(settings, () => find('.question .danger') as HTMLElement | null)).click();
    await eventually(settings, () => find('ul')?.textContent.includes('Nothing'));
    expect(localStorage.getItem('ffc-elements:settings')).to.equal(null);
    expect((find('[name=sounds]') as HTMLInputElement).checked).to.equal(true);
  });

  it('does not store a name again after it was cleared', async () => {
    const key = 'ffc-elements:choices';
    const kept = () => localStorage.getItem(key) ?? '';
    localStorage.setItem(key, JSON.stringify({ roomId: '1', displayName: 'Dr. Kim' }));
    const { room, settings, find } = await openSettings({ noPersist: false });
    await room.setCameraEnabled(false);
    expect(kept()).to.contain('Dr. Kim');
    (find('.clear') as HTMLButtonElement).click();
    (await eventually(settings, () => find('.question .danger') as HTMLElement | null)).click();
    await room.setMicrophoneEnabled(false);
    expect(JSON.parse(kept())).to.deep.equal({ roomId: '1', microphone: false });
    expect([room.microphone.enabled, room.camera.enabled], 'the call').to.deep.equal([
      false,
      false,
    ]);
  });

  it('stores nothing with no-persist, and does not offer to', async () => {
    const { settings, find } = await openSettings({ noPersist: true });
    (find('[name=sounds]') as HTMLInputElement).click();
    expect(localStorage.length).to.equal(0);
    expect(shownText(settings.shadowRoot!)).not.to.contain('Kept in this browser');
  });

  it('does not offer features that the page has turned off', async () => {
    const { find } = await openSettings({ sounds: 'off', noHotkeys: true });
    expect([find('[name=sounds]'), find('[name=shortcuts]')]).to.deep.equal([null, null]);
  });

  it('lets a person choose the language of the room, by its own name, and keeps that', async () => {
    const { room, settings, find } = await openSettings({ noPersist: false });
    const language = find('#language') as HTMLSelectElement;
    const names = [...language.options].map(({ text }) => text);
    expect(names).to.include.members(['As this page', 'English', '한국어']);
    language.value = 'ko';
    language.dispatchEvent(new Event('change'));
    await eventually(settings, () => shownText(settings.shadowRoot!).includes('자막 표시'));
    expect(room.lang).to.equal('ko');
    expect(JSON.parse(localStorage.getItem('ffc-elements:settings')!)).to.include({
      language: 'ko',
    });
    const again = find('#language') as HTMLSelectElement;
    again.value = '';
    again.dispatchEvent(new Event('change'));
    await eventually(settings, () => shownText(settings.shadowRoot!).includes('Show captions'));
    expect(room.hasAttribute('lang')).to.equal(false);
  });

  it('leaves the language to a page that has said one, and says so', async () => {
    const { find } = await openSettings({ lang: 'en' });
    expect((find('#language') as HTMLSelectElement).disabled).to.equal(true);
    expect(find('#language-hint')?.textContent).to.contain('This page decides');
  });

  it('turns off the lines of the chat about who comes and goes', async () => {
    const { room, services, find } = await openSettings();
    (find('[name=comings]') as HTMLInputElement).click();
    const chat = await room.use('chat');
    await import('../../src/features/chat-later/chat-later.js');
    await nextMacrotask();
    services.session.addParticipant({ identity: 'ben', name: 'Ben' });
    expect(chat.comings.getSnapshot().length).to.equal(0);
    (find('[name=comings]') as HTMLInputElement).click();
  });

  it('speaks Korean', async () => {
    const { settings } = await openSettings({ lang: 'ko' });
    await eventually(settings, () => shownText(settings.shadowRoot!).includes('자막 표시'));
  });

  it('shows the level of the own voice', async () => {
    const { settings, services, find } = await openSettings();
    services.session.setVoice(0.9);
    await eventually(settings, () => find('.level')?.getAttribute('aria-valuenow') === '5');
  });
});
