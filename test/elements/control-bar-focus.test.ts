import { expect } from '@open-wc/testing';
import type { FfcControlBarElement } from '../../src/elements/control-bar/control-bar.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { joinRoom } from '../support/room-bench.js';

const button = (bar: FfcControlBarElement, name: string): HTMLElement | null =>
  bar.shadowRoot!.querySelector(`[data-control=${name}]`);

const focused = (bar: FfcControlBarElement): string | undefined =>
  (bar.shadowRoot!.activeElement as HTMLElement | null)?.dataset['control'];

const isFitted = (bar: FfcControlBarElement): boolean => !!bar.shadowRoot!.querySelector('.fitted');

describe('a button of <ffc-control-bar> with the focus', () => {
  it('keeps it when another one appears before it', async () => {
    const { room } = await joinRoom({ properties: { controls: 'microphone leave' } });
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await eventually(bar, () => isFitted(bar));
    button(bar, 'leave')!.focus();
    room.controls = 'microphone camera leave';
    await eventually(bar, () => button(bar, 'camera'));
    expect(focused(bar)).to.equal('leave');
  });

  it('passes it to its successor when the layout of the bar arrives', async () => {
    const { room } = await joinRoom();
    const bar = document.createElement('ffc-control-bar');
    room.append(bar);
    await bar.updateComplete;
    expect(isFitted(bar), 'before').to.equal(false);
    const first = button(bar, 'leave')!;
    first.focus();
    await eventually(bar, () => isFitted(bar));
    // The focus moves after the last change of the DOM, in a microtask.
    await nextMacrotask();
    expect(focused(bar)).to.equal('leave');
    expect(first.isConnected, 'the same button').to.equal(false);
  });
});
