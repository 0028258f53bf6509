import { expect } from '@open-wc/testing';
import { eventually, nextEvent } from '../support/element-suite.js';
import { openRoom, type RoomBench, shownText } from '../support/room-bench.js';

const inShadow = ({ room }: RoomBench, selector: string): HTMLElement =>
  room.shadowRoot!.querySelector<HTMLElement>(selector)!;
const passwordField = (bench: RoomBench): HTMLInputElement =>
  inShadow(bench, '#password') as HTMLInputElement;
const textOf = ({ room }: RoomBench): string => shownText(room.shadowRoot!);

describe('<ffc-room> password', () => {
  const attempt = async (bench: RoomBench, password: string): Promise<void> => {
    const field = passwordField(bench);
    field.value = password;
    const checked = nextEvent(bench.room, 'ffc-error');
    field.form!.requestSubmit();
    await checked;
    await bench.room.updateComplete;
  };

  it('can be shown, and is hidden again once it was sent', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    const toggle = inShadow(bench, '[part=password-toggle]');
    expect(toggle.getAttribute('aria-pressed')).to.equal('false');
    toggle.click();
    await bench.room.updateComplete;
    expect(toggle.getAttribute('aria-pressed')).to.equal('true');
    expect(inShadow(bench, '#password')).to.have.property('type', 'text');
    await expect(bench.room).to.be.accessible();
    await attempt(bench, 'guess');
    expect(inShadow(bench, '#password')).to.have.property('type', 'password');
  });

  it('suggests possible causes after several attempts', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3' } });
    await attempt(bench, 'guess');
    expect(textOf(bench)).to.contain('Wrong password. Try again.');
    await attempt(bench, 'another guess');
    expect(textOf(bench)).to.contain('Wrong password, 2 times now');
  });

  it('asks in its own words for one that was left out', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3', lang: 'ko' } });
    await eventually(bench.room, () => textOf(bench).includes('비밀번호가 필요한'));
    passwordField(bench).form!.requestSubmit();
    await eventually(bench.room, () => textOf(bench).includes('비밀번호를 입력해 주세요.'));
    expect(bench.room.shadowRoot!.activeElement === passwordField(bench)).to.equal(true);
  });

  it('has a way back if the page names the place of the rooms', async () => {
    const bench = await openRoom('password', { properties: { roomId: '3', backUrl: '/rooms' } });
    expect(inShadow(bench, '[part~=back]')).to.have.property('pathname', '/rooms');
  });
});
