import { expect } from '@open-wc/testing';
import type { FfcCaptionsElement } from '../../src/features/captions/captions.js';
import { registerFeature } from '../../src/parts/features.js';
import { eventually } from '../support/element-suite.js';
import {
  createRoom,
  joinRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

async function joinWith(
  properties: RoomBenchOptions['properties'] = {},
): Promise<RoomBench & { readonly root: ShadowRoot }> {
  const bench = await joinRoom({
    session: { participants: [{ identity: 'jun', name: 'Jun Park' }] },
    properties,
  });
  const root = bench.room.shadowRoot!;
  await eventually(bench.room, () => root.querySelector('[part=clock]'));
  return { ...bench, root };
}

const overlay = (root: ShadowRoot): FfcCaptionsElement | null =>
  root.querySelector('ffc-captions[overlay]');
const textOf = (element: Element | null): string =>
  element?.shadowRoot ? shownText(element.shadowRoot) : '';

describe('captions', () => {
  it('are recorded from the start of a call, before the code that renders them has loaded', async () => {
    let heard = (): void => {};
    const connected = new Promise<void>((resolve) => (heard = resolve));
    const { room, services } = createRoom({
      session: { participants: [{ identity: 'jun', name: 'Jun Park' }] },
      properties: { autoJoin: true },
    });
    room.addEventListener('ffc-state-change', ({ state }) => state === 'connected' && heard());
    await connected;
    expect(!!room.shadowRoot!.querySelector('[part=clock]'), 'comfort').to.equal(false);
    services.session.transcribe('jun', 'Good', { id: 'a', isFinal: false });
    services.session.transcribe('jun', 'Good morning.', { id: 'a' });
    services.session.transcribe('jun', 'Shall we begin?', { id: 'b' });
    await room.openPanel('captions');
    const panel = await eventually(room, () =>
      room.shadowRoot!.querySelector<FfcCaptionsElement>('ffc-captions:not([overlay])'),
    );
    await eventually(panel, () => textOf(panel).endsWith('Shall we begin?'));
    expect(textOf(panel)).to.equal('Jun Park Good morning. Jun Park Shall we begin?');
  });

  it('show over the stage once they are on, with the name of the speaker', async () => {
    const { room, services, root } = await joinWith();
    services.session.transcribe('jun', 'Good morning.');
    await eventually(room, () => overlay(root)?.shadowRoot);
    expect(textOf(overlay(root)), 'off at first').to.equal('');
    const control = document.createElement('ffc-captions-button');
    room.append(control);
    const button = await eventually(control, () => control.shadowRoot!.querySelector('button'));
    button.click();
    await eventually(room, () => textOf(overlay(root)) === 'Jun Park Good morning.');
    expect(button.getAttribute('aria-pressed')).to.equal('true');
    await expect(overlay(root)!).to.be.accessible();
    button.click();
    await eventually(room, () => textOf(overlay(root)) === '');
  });

  it('disappear over the stage some seconds after the room was moved, too', async () => {
    const { room, services, root } = await joinWith();
    const control = document.createElement('ffc-captions-button');
    room.append(control);
    (await eventually(control, () => control.shadowRoot!.querySelector('button'))).click();
    services.session.transcribe('jun', 'Good morning.');
    await eventually(room, () => textOf(overlay(root)) === 'Jun Park Good morning.');
    const aside = document.createElement('div');
    room.before(aside);
    aside.append(room);
    await eventually(room, () => textOf(overlay(root)) === '');
    aside.remove();
  });

  it('replace a segment with its next state, and show markup as text', async () => {
    const { room, services } = await joinWith();
    await room.openPanel('captions');
    const panel = await eventually(room, () =>
      room.shadowRoot!.querySelector<FfcCaptionsElement>('ffc-captions:not([overlay])'),
    );
    services.session.transcribe('jun', 'Hel', { id: 'a', isFinal: false });
    services.session.transcribe('jun', '<img src=x onerror=alert(1)>', { id: 'a' });
    await eventually(room, () => textOf(panel).includes('<img src=x'));
    expect(textOf(panel)).not.to.contain('Hel');
    expect(panel.shadowRoot!.querySelectorAll('img').length).to.equal(0);
    await expect(panel).to.be.accessible();
  });

  it('keep the final text of a segment when an earlier state of it arrives late', async () => {
    const { room } = await joinWith();
    const captions = await room.use('captions');
    const receive = (text: string, final: boolean): void =>
      captions.receive({ participant: room.participants[1], id: 'a', text, final, language: '' });
    receive('Good morning.', true);
    receive('Good mor', false);
    receive('Good morning!', true);
    receive('Good', false);
    const log = captions.log.getSnapshot().map(({ text, isFinal }) => [text, isFinal]);
    expect(log).to.deep.equal([['Good morning!', true]]);
  });

  it('are shown once their code has loaded, after a load that failed', async () => {
    const { room, services } = createRoom({
      session: { participants: [{ identity: 'jun', name: 'Jun Park' }] },
      properties: { autoJoin: true },
    });
    const { createFeature } = await import('../../src/features/captions/captions-feature.js');
    let loads = 0;
    registerFeature('captions', () =>
      ++loads > 1
        ? Promise.resolve({ createFeature })
        : Promise.reject(new TypeError('Failed to fetch')),
    );
    const panel = document.createElement('ffc-captions');
    room.append(panel);
    await eventually(panel, () => loads);
    await eventually(room, () => room.state === 'connected');
    services.session.transcribe('jun', 'Good morning.');
    await eventually(panel, () => textOf(panel) === 'Jun Park Good morning.');
  });

  it('begin anew in another room', async () => {
    const { room, services } = await joinWith();
    const captions = await room.use('captions');
    services.session.transcribe('jun', 'Good morning.');
    await eventually(room, () => captions.log.getSnapshot().length);
    room.roomId = '2';
    await eventually(room, () => captions.log.getSnapshot().length === 0);
  });

  it('keep the focus when the rest of a long piece is shown', async () => {
    const { room, services } = await joinWith();
    await room.openPanel('captions');
    const panel = await eventually(room, () =>
      room.shadowRoot!.querySelector<FfcCaptionsElement>('ffc-captions:not([overlay])'),
    );
    services.session.transcribe('jun', 'word '.repeat(300));
    const more = await eventually(panel, () => panel.shadowRoot!.querySelector('button'));
    more.focus();
    more.click();
    await eventually(panel, () => !panel.shadowRoot!.querySelector('button'));
    expect(panel.shadowRoot!.activeElement?.matches('.log')).to.equal(true);
  });

  it('have a size of the person’s choice', async () => {
    const { room, services, root } = await joinWith();
    services.session.transcribe('jun', 'Good morning.');
    await room.openPanel('settings');
    const settings = await eventually(room, () => root.querySelector('ffc-settings'));
    const find = (selector: string) => settings.shadowRoot!.querySelector(selector);
    await eventually(settings, () => find('[name=captions]'));
    (find('[name=captions]') as HTMLInputElement).click();
    const size = find('#caption-size') as HTMLSelectElement;
    size.value = 'large';
    size.dispatchEvent(new Event('change'));
    await eventually(room, () => overlay(root)?.shadowRoot?.querySelector('.large'));
  });

  it('keep the newest 500 segments, and render a flood of them without blocking the page', async () => {
    const { room, services } = await joinWith();
    await room.openPanel('captions');
    await eventually(room, () => room.shadowRoot!.querySelector('ffc-captions'));
    const captions = await room.use('captions');
    for (let n = 0; n < 700; n++) {
      captions.receive({
        participant: room.participants[1],
        id: String(n),
        text: `piece ${n}`,
        final: true,
        language: '',
      });
    }
    expect(captions.log.getSnapshot()).to.have.length(500);
    expect(captions.log.getSnapshot().at(-1)?.text).to.equal('piece 699');
    expect(services.session.connection.state).to.equal('connected');
  });
});
