import { expect } from '@open-wc/testing';
import { svg } from 'lit';
import { registerControl } from '../../src/parts/index.js';
import { findControl, registeredControls } from '../../src/parts/registered-controls.js';
import { eventually } from '../support/element-suite.js';
import { joinRoom, openRoom } from '../support/room-bench.js';

// The controls of this package load with the first call. Until then, only the page's own exist.
const names = [
  'camera',
  'camera-flip',
  'captions',
  'chat',
  'devices',
  'fullscreen',
  'hand',
  'layout',
  'leave',
  'microphone',
  'more',
  'participants',
  'pip',
  'reactions',
  'screen',
  'settings',
];

describe('a page’s own control with the name of one of this package', () => {
  const answered: string[] = [];

  before(async () => {
    for (const name of names) {
      registerControl({
        name,
        icon: svg``,
        label: () => `Our ${name}`,
        answers: { [`app-${name}-request`]: () => answered.push(name) },
        ...(name === 'leave' && {
          answers: { 'ffc-leave-request': () => answered.push('leave') },
        }),
        ...(name === 'microphone' && {
          state: () => ({ pressed: false }),
          answers: { 'ffc-microphone-request': () => answered.push('microphone') },
        }),
      });
    }
    expect(registeredControls.getSnapshot()).to.have.lengthOf(names.length);
    await import('../../src/define/all-controls.js');
    await import('../../src/define/later-controls.js');
  });

  it('stays when that loads after it', () => {
    const known = registeredControls.getSnapshot().map(({ name }) => name);
    expect(known.sort(), 'each of this package is in the list of this test').to.deep.equal(names);
    const context = { messages: {} as never, lang: 'en' };
    for (const name of names) {
      expect(findControl(name)?.label(context), name).to.equal(`Our ${name}`);
    }
  });

  it('has the place of that in a bar, and its tag', async () => {
    const { room } = await joinRoom();
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => {
      // The arranged bar, which replaces the plain row, has choices of devices between the controls.
      const drawn = [...bar.shadowRoot!.querySelectorAll('.clusters .control')];
      const [first, second] = drawn;
      return [first, second, drawn.at(-1)]
        .map((button) => button?.querySelector('[part=control-label]')?.textContent.trim())
        .every((title, at) => title === ['Our microphone', 'Our camera', 'Our leave'][at]);
    });
    const alone = document.createElement('ffc-screen-share-button');
    room.append(alone);
    const button = await eventually(alone, () => alone.shadowRoot!.querySelector('button'));
    expect(button.textContent).to.contain('Our screen');
  });

  it('answers its request in place of the room, in the preview and in the call', async () => {
    const { room } = await openRoom('prejoin');
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    await eventually(
      prejoin,
      () => prejoin.shadowRoot!.querySelector('.toggle')?.ariaLabel === 'Our microphone',
    );
    answered.length = 0;
    const ask = async (type: string): Promise<void> => {
      room.dispatchEvent(new Event(type, { bubbles: true, cancelable: true }));
      await Promise.resolve();
    };
    await ask('ffc-microphone-request');
    await room.join();
    await ask('ffc-leave-request');
    await ask('app-hand-request');
    expect(answered).to.deep.equal(['microphone', 'leave', 'hand']);
    expect(room.state).to.equal('connected');
  });
});
