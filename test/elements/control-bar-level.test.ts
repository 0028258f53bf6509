import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { withReducedMotion } from '../support/reduced-motion.js';
import { joinRoom } from '../support/room-bench.js';

async function speak() {
  const { room, services } = await joinRoom({ properties: { startCameraOff: true } });
  const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
  const microphone = await eventually(bar, () =>
    bar.shadowRoot!.querySelector<HTMLElement>('.fitted [data-control=microphone]'),
  );
  const level = (): string => microphone.dataset['level'] ?? '';
  return { room, bar, microphone, level, session: services.session };
}

describe('the microphone’s button in a call', () => {
  it('follows the voice without rendering the bar again', async () => {
    const { bar, microphone, level, session } = await speak();
    // Code that loads after the join renders the bar again. The test waits for that first.
    await eventually(bar, () => bar.shadowRoot!.querySelector('[data-control=chat]'));
    await eventually(bar, () => microphone.hasAttribute('aria-keyshortcuts'));
    await bar.updateComplete;
    session.setVoice(0.9);
    await eventually(bar, () => level() === '4');
    let updates = 0;
    bar.addController({ hostUpdated: () => updates++ });
    session.setVoice(0);
    await eventually(bar, () => level() === '0');
    expect(updates).to.equal(0);
  });

  it('shows no level while it is off', async () => {
    const { room, bar, level, session } = await speak();
    session.setVoice(0.9);
    await eventually(bar, () => level() === '4');
    await room.setMicrophoneEnabled(false);
    await eventually(bar, () => level() === '0');
  });

  it('says that one is heard without movement where motion is reduced', () =>
    withReducedMotion(async () => {
      const { bar, microphone, level, session } = await speak();
      const ring = (): string => getComputedStyle(microphone, '::before').boxShadow;
      session.setVoice(0.05);
      await eventually(bar, () => !['', '0', '4'].includes(level()));
      const quiet = ring();
      expect(quiet).not.to.equal('none');
      session.setVoice(0.9);
      await eventually(bar, () => level() === '4');
      expect(ring()).to.equal(quiet);
    }));
});
