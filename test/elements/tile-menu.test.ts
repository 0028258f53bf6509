import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import { press } from '../support/chat-bench.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { failure, joinRoom, type RoomBench } from '../support/room-bench.js';
import { tilesOf } from '../support/stage.js';

interface TileBench extends RoomBench {
  readonly stage: FfcStageElement;
  readonly tile: (identity: string, source?: string) => FfcParticipantTileElement;
  /** Opens the menu of a tile. Resolves with its items by their texts. */
  readonly open: (identity: string, source?: string) => Promise<Map<string, HTMLButtonElement>>;
}

/** A call with three guests, once its tiles have their buttons. */
async function createCall(role = 'MEMBER'): Promise<TileBench> {
  const metadata = { appUserId: 'me', appUserName: 'Ada Self', channelMemberType: role };
  const bench = await joinRoom({
    session: { local: { identity: 'me', metadata } },
    properties: { startMuted: true, startCameraOff: true },
    prepare: ({ session }) => session.crowd(3),
  });
  Object.assign(bench.room.style, { blockSize: '600px', inlineSize: '900px' });
  const stage = await eventually(bench.room, () =>
    bench.room.shadowRoot!.querySelector('ffc-stage'),
  );
  await eventually(stage, () => stage.renderRoot.querySelectorAll('.tile-tool').length === 4);
  const tile = (identity: string, source = 'camera'): FfcParticipantTileElement =>
    tilesOf(stage).find((each) => each.identity === identity && each.source === source)!;
  return {
    ...bench,
    stage,
    tile,
    open: async (identity, source) => {
      tile(identity, source).querySelector<HTMLElement>('[popovertarget]')!.click();
      await eventually(stage, () => stage.renderRoot.querySelector('.menu.placed'));
      return choicesOf(stage);
    },
  };
}

function choicesOf(stage: FfcStageElement): Map<string, HTMLButtonElement> {
  const buttons = [...stage.renderRoot.querySelectorAll<HTMLButtonElement>('.menu button')];
  return new Map(buttons.map((button) => [button.textContent.trim(), button]));
}

const focused = (stage: FfcStageElement): string | null | undefined =>
  stage.shadowRoot!.activeElement?.getAttribute('identity');

describe('the tiles of a stage', () => {
  it('are one stop of the Tab key, with arrow keys to the next one in each direction', async () => {
    const { stage, tile } = await createCall();
    const stops = (): number => tilesOf(stage).filter(({ tabIndex }) => tabIndex === 0).length;
    expect(stops()).to.equal(1);
    tile('guest1').focus();
    for (const [key, identity] of [
      ['ArrowRight', 'guest2'],
      ['ArrowDown', 'me'],
      ['ArrowLeft', 'guest3'],
      ['ArrowUp', 'guest1'],
      ['ArrowUp', 'guest1'],
      ['End', 'me'],
      ['Home', 'guest1'],
    ] as const) {
      press(stage.shadowRoot!.activeElement as HTMLElement, { key });
      expect(focused(stage), key).to.equal(identity);
    }
    expect(stops()).to.equal(1);
    await expect(stage).to.be.accessible();
  });

  it('follow the eye from right to left, too', async () => {
    const { room, stage, tile } = await createCall();
    room.dir = 'rtl';
    await eventually(
      stage,
      () =>
        tile('guest2').getBoundingClientRect().right < tile('guest1').getBoundingClientRect().right,
    );
    tile('guest1').focus();
    press(tile('guest1'), { key: 'ArrowLeft' });
    expect(focused(stage)).to.equal('guest2');
  });

  it('open their menu by Enter and by the menu key, and take the focus back', async () => {
    const { stage, tile } = await createCall();
    for (const init of [{ key: 'Enter' }, { key: 'ContextMenu' }, { key: 'F10', shiftKey: true }]) {
      tile('guest1').focus();
      press(tile('guest1'), init);
      const menu = await eventually(stage, () =>
        stage.renderRoot.querySelector<HTMLElement>('.menu.placed'),
      );
      expect(menu.matches(':focus-within')).to.equal(true);
      menu.hidePopover();
      await eventually(stage, () => !stage.renderRoot.querySelector('.menu.placed'));
      expect(tile('guest1').matches(':focus-within')).to.equal(true);
    }
  });

  it('leave the keys of the menu to the menu', async () => {
    const { stage, open } = await createCall();
    await open('guest1');
    const slider = stage.renderRoot.querySelector<HTMLElement>('.menu input')!;
    expect(press(slider, { key: 'ArrowRight' })).to.equal(true);
    expect(press(slider, { key: 'PageDown' })).to.equal(true);
  });
});

describe('the menu of a tile', () => {
  it('lowers and mutes somebody in this browser only, also for later tracks', async () => {
    const { room, services, stage, tile, open } = await createCall();
    const choices = await open('guest1');
    await expect(stage).to.be.accessible();
    const audio = (): HTMLAudioElement => room.shadowRoot!.querySelector('[data-identity=guest1]')!;
    const slider = stage.renderRoot.querySelector<HTMLInputElement>('.menu input')!;
    slider.value = '40';
    slider.dispatchEvent(new Event('input'));
    // WebKit keeps it with the precision of 32 bits.
    expect(audio().volume).to.be.closeTo(0.4, 0.001);
    choices.get('Mute for me')!.click();
    expect(audio().muted).to.equal(true);
    await eventually(stage, () => tile('guest1').querySelector('.muted-for-me'));
    expect(tile('guest2').querySelector('.muted-for-me') === null).to.equal(true);
    services.session.unpublish('guest1', 'microphone');
    services.session.publish('guest1', 'microphone');
    await eventually(room, () => audio().muted);
    (await eventually(stage, () => choicesOf(stage).get('Unmute for me'))).click();
    expect(audio().muted).to.equal(false);
    // WebKit keeps it with the precision of 32 bits.
    expect(audio().volume).to.be.closeTo(0.4, 0.001);
  });

  it('pins the picture that it belongs to, and unpins it', async () => {
    const { room, services, stage, open } = await createCall();
    services.session.publish('guest2', 'screen_share');
    await eventually(stage, () =>
      stage.renderRoot.querySelector('[source=screen_share] [popovertarget]'),
    );
    const pinned = nextEvent(room, 'ffc-pin-change');
    (await open('guest2', 'screen_share')).get('Pin to the stage')!.click();
    expect(await pinned).to.include({ identity: 'guest2', source: 'screen_share' });
    const camera = await open('guest2');
    expect(camera.has('Pin to the stage')).to.equal(true);
    stage.renderRoot.querySelector<HTMLElement>('.menu')!.hidePopover();
    const unpinned = nextEvent(room, 'ffc-pin-change');
    (await open('guest2', 'screen_share')).get('Unpin')!.click();
    expect((await unpinned).identity).to.equal(undefined);
  });

  it('offers the actions of a host only to hosts, and asks before a removal', async () => {
    const member = await createCall();
    const offered = await member.open('guest1');
    expect(offered.has('Remove') || offered.has('Make host') || offered.has('Mute')).to.equal(
      false,
    );
    const { services, stage, open } = await createCall('OPERATOR');
    services.channels.say(1, { appUserId: 'guest1', appUserName: 'Guest' }, 'Hello');
    services.channels.failNext('banMember', failure({ reason: 'forbidden' }));
    (await open('guest1')).get('Remove')!.click();
    await eventually(stage, () =>
      stage.renderRoot.querySelector('.menu p')?.textContent.includes('They cannot come back'),
    );
    choicesOf(stage).get('Remove')!.click();
    await eventually(stage, () => stage.renderRoot.querySelector('.menu [role=alert]'));
    choicesOf(stage).get('Remove')!.click();
    await eventually(stage, () => !stage.renderRoot.querySelector('.menu:popover-open'));
  });

  it('offers no volume for the local participant', async () => {
    const { stage, open } = await createCall('OPERATOR');
    const choices = await open('me');
    expect(choices.has('Mute for me') || choices.has('Remove')).to.equal(false);
    expect(stage.renderRoot.querySelector('.menu input') === null).to.equal(true);
  });

  it('closes when its participant leaves, and moves the focus to a tile', async () => {
    const { stage, services, open } = await createCall();
    await open('guest2');
    services.session.removeParticipant('guest2');
    await eventually(stage, () => !stage.renderRoot.querySelector('.menu:popover-open'));
    await eventually(stage, () => stage.shadowRoot!.activeElement?.matches('ffc-participant-tile'));
  });
});
