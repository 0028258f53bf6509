import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import { createDemoRooms } from '../../src/mock/index.js';
import { arrive, createRoom, joinRoom, newsRegion, openRoom } from '../support/room-bench.js';

const isRecorded = { isRecording: true };

describe('a call of <ffc-room> that is recorded', () => {
  it('asks for consent before the join', async () => {
    const [demo] = createDemoRooms(0);
    const policy = { ...demo!.policy, canAutoRoomCompositeRecording: true };
    const { room } = await openRoom('prejoin', { service: { rooms: [{ ...demo!, policy }] } });
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    const button = await eventually(prejoin, () =>
      prejoin.shadowRoot!.querySelector<HTMLButtonElement>('.join'),
    );
    expect(button.textContent.trim()).to.equal('Agree and join');
    const consent = prejoin.shadowRoot!.querySelector('[part=recording-consent]')!;
    expect(consent.textContent).to.contain('This call is recorded.');
    expect(button.getAttribute('aria-describedby')).to.equal(consent.id);
    await expect(prejoin).to.be.accessible();
    // In a low room, the devices scroll beneath the consent and its button.
    Object.assign(room.style, { inlineSize: '800px', blockSize: '320px', minBlockSize: '0' });
    const [frame, notice] = [room, consent].map((each) => each.getBoundingClientRect());
    expect(notice!.bottom).to.be.below(button.getBoundingClientRect().top);
    expect(button.getBoundingClientRect().bottom).to.be.at.most(frame!.bottom);
    button.click();
    await arrive(room, 'connected');
  });

  it('has an announced sign and a notice, also for people who join later', async () => {
    const { room } = createRoom({
      properties: { autoJoin: true },
      prepare: ({ session }) => session.setRoomInfo(isRecorded),
    });
    const root = room.shadowRoot!;
    const sign = await eventually(room, () => root.querySelector('[part=recording]'));
    expect(sign.textContent).to.equal('Recording');
    const notice = await eventually(room, () => root.querySelector('[part=notice]'));
    expect(notice.textContent).to.contain('being recorded');
    await eventually(room, () =>
      newsRegion(room)?.textContent.includes('This call is being recorded.'),
    );
    await expect(room).to.be.accessible();
  });

  it('keeps its sign when the notice was read, until the recording stops', async () => {
    const { room, services } = await joinRoom();
    const root = room.shadowRoot!;
    const notice = (): HTMLElement | null => root.querySelector('[part=notice]');
    expect(root.querySelector('[part=recording]')).to.equal(null);
    services.session.setRoomInfo(isRecorded);
    const button = await eventually(room, () => notice()?.querySelector('button'));
    button.click();
    await eventually(room, () => !notice());
    expect(root.querySelector('[part=recording]')).not.to.equal(null);
    services.session.setRoomInfo({ isRecording: false });
    await eventually(room, () => !root.querySelector('[part=recording]'));
    services.session.setRoomInfo(isRecorded);
    await eventually(room, notice);
  });

  it('says so in Korean', async () => {
    const { room, services } = await joinRoom({ properties: { lang: 'ko' } });
    services.session.setRoomInfo(isRecorded);
    await eventually(
      room,
      () => room.shadowRoot!.querySelector('[part=recording]')?.textContent === '녹화 중',
    );
  });
});
