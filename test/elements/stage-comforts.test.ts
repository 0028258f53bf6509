import { expect } from '@open-wc/testing';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually } from '../support/element-suite.js';
import { countOf, createStage, part, type StageOptions, tilesOf } from '../support/stage.js';

const inviteUrl = 'https://app.example/room/1';

/** A stage of a person who is alone, once its line or card is there. */
async function createAlone(options: StageOptions = {}) {
  const bench = await createStage(options);
  const { stage } = bench;
  await eventually(stage, () => part(stage, 'alone'));
  return { ...bench, rectOf: (name: string) => part(stage, name)!.getBoundingClientRect() };
}

const copyButton = (stage: FfcStageElement): HTMLElement | null =>
  stage.renderRoot.querySelector('[part~=copy-link]');

describe('a stage of one person', () => {
  for (const [width, height] of [
    [1280, 760],
    [320, 560],
    [240, 120],
  ] as const) {
    it(`says below the picture that nobody else is here, at ${width}×${height}`, async () => {
      const { stage, rectOf } = await createAlone({ width, height, view: { inviteUrl } });
      const tile = tilesOf(stage)[0]!.getBoundingClientRect();
      expect(part(stage, 'hint')).to.have.text('You’re the only one here');
      expect(rectOf('alone').top).to.be.at.least(tile.bottom);
      expect(rectOf('alone').bottom).to.be.at.most(stage.getBoundingClientRect().bottom);
    });
  }

  it('offers the link of an invitation, where the app has one and there is space', async () => {
    const { room, stage } = await createAlone({ view: { inviteUrl } });
    expect(copyButton(stage)).to.contain.text('Copy invite link');
    await expect(stage).to.be.accessible();
    room.options.set({ ...room.options.getSnapshot(), inviteUrl: undefined });
    await stage.updateComplete;
    expect(copyButton(stage) === null).to.equal(true);
    const narrow = await createAlone({ width: 360, view: { inviteUrl } });
    expect(copyButton(narrow.stage) === null).to.equal(true);
  });

  it('copies the link, and says how that went', async () => {
    const { stage } = await createAlone({ view: { inviteUrl } });
    copyButton(stage)!.click();
    // Browsers differ in whether a page may write to the clipboard in a test.
    await eventually(stage, () => /Link copied|couldn’t/.test(copyButton(stage)!.textContent));
  });

  describe('where the browser has a share sheet', () => {
    const shared: ShareData[] = [];
    let answer: () => Promise<void>;
    const define = (name: 'share' | 'canShare', value: unknown): void =>
      void Object.defineProperty(navigator, name, { configurable: true, value });
    const shareButton = (stage: FfcStageElement): HTMLElement | null =>
      stage.renderRoot.querySelector('.share-link');
    beforeEach(() => {
      shared.length = 0;
      answer = () => Promise.resolve();
      define('canShare', ({ url }: ShareData) => url === inviteUrl);
      define('share', (data: ShareData) => {
        shared.push(data);
        return answer();
      });
    });
    afterEach(() => {
      for (const name of ['share', 'canShare']) Reflect.deleteProperty(navigator, name);
    });

    for (const width of [320, 1280]) {
      it(`shares the link beside the button that copies it, at ${width} pixels`, async () => {
        const { stage } = await createAlone({ width, view: { inviteUrl } });
        expect(copyButton(stage)).to.exist;
        expect(shareButton(stage)).to.have.trimmed.text('Share');
        await expect(stage).to.be.accessible();
        const card = part(stage, 'alone')!;
        expect(card.scrollWidth).to.be.at.most(card.clientWidth + 1);
        shareButton(stage)!.click();
        expect(shared).to.deep.equal([{ url: inviteUrl }]);
      });
    }

    it('says nothing when the person closes the sheet, and copies the link when it fails', async () => {
      const { stage } = await createAlone({ view: { inviteUrl } });
      answer = () => Promise.reject(new DOMException('Closed.', 'AbortError'));
      shareButton(stage)!.click();
      await stage.updateComplete;
      expect(copyButton(stage)).to.contain.text('Copy invite link');
      answer = () => Promise.reject(new DOMException('Forbidden.', 'NotAllowedError'));
      shareButton(stage)!.click();
      await eventually(stage, () => /Link copied|couldn’t/.test(copyButton(stage)!.textContent));
    });

    it('shares nothing that the sheet does not take', async () => {
      define('canShare', () => false);
      const { stage } = await createAlone({ view: { inviteUrl } });
      expect(copyButton(stage)).to.exist;
      expect(shareButton(stage) === null).to.equal(true);
    });
  });

  it('offers the link also with a hidden self-view', async () => {
    const { stage } = await createAlone({ view: { inviteUrl, hideSelf: true } });
    expect(copyButton(stage)).to.exist;
    expect(stage.renderRoot.textContent.match(/only one here/g)).to.have.length(1);
  });

  it('is in the language of the page', async () => {
    const { room, stage } = await createAlone({ view: { inviteUrl } });
    room.host.lang = 'ko';
    await eventually(stage, () => copyButton(stage)?.textContent.includes('초대 링크 복사'));
  });

  it('gives the space and the focus back when somebody joins', async () => {
    const { room, stage } = await createAlone({ view: { inviteUrl } });
    copyButton(stage)!.focus();
    room.session.addParticipant({ identity: 'mina' });
    await stage.updateComplete;
    expect(part(stage, 'alone') === null).to.equal(true);
    expect(stage.shadowRoot!.activeElement === part(stage, 'stage')).to.equal(true);
    const bottoms = tilesOf(stage).map((tile) => tile.getBoundingClientRect().bottom);
    expect(Math.max(...bottoms)).to.equal(stage.getBoundingClientRect().bottom);
  });
});

interface Swipe {
  /** The pixels across and down. */
  readonly by: readonly [across: number, down: number];
  readonly on?: Element;
  readonly init?: PointerEventInit;
  /** The event that ends it. */
  readonly end?: 'pointerup' | 'pointercancel';
}

/** Moves a finger over a stage. */
async function swipe(
  stage: FfcStageElement,
  { by: [across, down], on = tilesOf(stage)[0]!, init, end = 'pointerup' }: Swipe,
): Promise<void> {
  const finger = (type: string, clientX: number, clientY: number) =>
    on.dispatchEvent(
      new PointerEvent(type, {
        bubbles: true,
        composed: true,
        pointerId: 7,
        pointerType: 'touch',
        isPrimary: true,
        ...init,
        clientX,
        clientY,
      }),
    );
  finger('pointerdown', 300, 300);
  finger('pointermove', 300 + across, 300 + down);
  finger(end, 300 + across, 300 + down);
  await stage.updateComplete;
}

describe('a swipe over the pages of a stage', () => {
  const paged = async (options: StageOptions = {}) => {
    const bench = await createStage({ crowd: 8, view: { maxTiles: 4 }, ...options });
    // The code of swipes brings this style.
    const box = bench.stage.renderRoot.querySelector('.stage')!;
    await eventually(bench.stage, () => getComputedStyle(box).touchAction.includes('pan-y'));
    return bench;
  };

  it('turns to the next page and back, and not beyond the last one', async () => {
    const { stage } = await paged();
    await swipe(stage, { by: [-80, 10] });
    expect(countOf(stage)).to.equal('2 / 3');
    await swipe(stage, { by: [-80, -10] });
    await swipe(stage, { by: [-80, 0] });
    expect(countOf(stage)).to.equal('3 / 3');
    await swipe(stage, { by: [80, 0] });
    expect(countOf(stage)).to.equal('2 / 3');
  });

  it('goes the other way from right to left', async () => {
    const { stage } = await paged({ dir: 'rtl' });
    await swipe(stage, { by: [80, 0] });
    expect(countOf(stage)).to.equal('2 / 3');
    await swipe(stage, { by: [-80, 0] });
    expect(countOf(stage)).to.equal('1 / 3');
  });

  it('is no tap, no scrolling, no mouse, no second finger and no cancelled movement', async () => {
    const { stage } = await paged();
    await swipe(stage, { by: [-20, 0] });
    await swipe(stage, { by: [-80, 90] });
    await swipe(stage, { by: [-80, 0], init: { pointerType: 'mouse' } });
    await swipe(stage, { by: [-80, 0], init: { isPrimary: false } });
    await swipe(stage, { by: [-80, 0], end: 'pointercancel' });
    expect(countOf(stage)).to.equal('1 / 3');
  });

  it('leaves a zoomed screen to the finger that moves it', async () => {
    const { room, stage } = await paged();
    room.session.publish('guest1', 'screen_share');
    const selector = '[source=screen_share]';
    const screen = await eventually(stage, () => stage.renderRoot.querySelector(selector));
    const zoomIn = await eventually(stage, () =>
      screen.querySelector<HTMLElement>('[aria-label="Zoom in"]'),
    );
    await eventually(stage, () => countOf(stage) === '1 / 3');
    zoomIn.click();
    await eventually(stage, () => screen.matches('.zoomed'));
    const before = countOf(stage);
    await swipe(stage, { by: [-80, 0], on: screen });
    expect(countOf(stage)).to.equal(before);
    await swipe(stage, { by: [-80, 0], on: tilesOf(stage).at(-1)! });
    expect(countOf(stage)).not.to.equal(before);
  });

  it('does nothing where everybody fits on one page, and leaves the touch to the page', async () => {
    const { stage } = await paged();
    stage.maxTiles = 20;
    await stage.updateComplete;
    await swipe(stage, { by: [-80, 0] });
    expect(tilesOf(stage)).to.have.length(9);
    expect(getComputedStyle(stage.renderRoot.querySelector('.stage')!).touchAction).to.equal(
      'auto',
    );
  });
});
