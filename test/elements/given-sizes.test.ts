import '../../src/define/ffc-room.js';
import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { nextMacrotask } from '../support/element-suite.js';
import { addStyle, preflight } from '../support/page-contexts.js';
import { arrive, joinRoom, openRoom } from '../support/room-bench.js';

interface Given {
  readonly name: string;
  readonly parent?: string;
  readonly own?: string;
  readonly width: number;
  readonly height: number;
  /** Whether the case needs `block-size: stretch`: see `scripts/browser-limits.ts`. */
  readonly needsStretch?: boolean;
}

const canStretch = CSS.supports('block-size: stretch');

/** Sizes that a page of 800 × 600 px gives to the room or to its parent. */
const given: readonly Given[] = [
  { name: 'the height of the window', own: 'height: 100vh', width: 800, height: 600 },
  { name: 'a small height', own: 'height: 300px', width: 800, height: 300 },
  { name: 'a smaller height', own: 'height: 200px', width: 800, height: 200 },
  { name: 'a great height', own: 'height: 900px', width: 800, height: 900 },
  { name: 'a width', own: 'width: 400px; height: 300px', width: 400, height: 300 },
  { name: 'a small width', own: 'width: 240px; height: 300px', width: 240, height: 300 },
  { name: 'a least height', own: 'min-height: 560px', width: 800, height: 560 },
  { name: 'a greatest height', own: 'max-height: 300px', width: 800, height: 300 },
  { name: 'a greatest width', own: 'max-width: 500px; height: 300px', width: 500, height: 300 },
  { name: 'a shape', own: 'aspect-ratio: 16 / 9; width: 480px', width: 480, height: 270 },
  { name: 'the height of its parent', parent: 'height: 350px', width: 800, height: 350 },
  {
    name: 'a share of its parent',
    parent: 'height: 500px',
    own: 'height: 60%',
    width: 800,
    height: 300,
  },
  {
    name: 'a place in its parent',
    parent: 'position: relative; height: 400px',
    own: 'position: absolute; inset: 20px',
    needsStretch: true,
    width: 760,
    height: 360,
  },
  {
    name: 'margins in its parent',
    parent: 'height: 400px; overflow: hidden',
    own: 'margin: 20px',
    needsStretch: true,
    width: 760,
    height: 360,
  },
  {
    name: 'the rest of a column',
    parent: 'display: flex; flex-direction: column; height: 400px',
    own: 'flex: 1; --before: 1',
    width: 800,
    height: 350,
  },
  {
    name: 'what a column leaves',
    parent: 'display: flex; flex-direction: column; height: 400px',
    own: '--before: 1',
    width: 800,
    height: 350,
  },
  {
    name: 'a row of a grid',
    parent: 'display: grid; grid-template-rows: auto minmax(0, 1fr); height: 400px',
    own: '--before: 1',
    width: 800,
    height: 350,
  },
  {
    name: 'a part of a row',
    parent: 'display: flex; height: 300px',
    own: 'flex: 0 0 50%',
    width: 400,
    height: 300,
  },
  {
    name: 'a row that others fill',
    parent: 'display: grid; grid-template-columns: 1fr 1fr; height: 300px',
    width: 400,
    height: 300,
  },
];

const displays = ['', 'block', 'flex', 'grid', 'inline-block', 'flow-root', 'inline-flex'];

/** Puts a room where it gets that size, below or beside 50 px of other content. */
function place(
  room: FfcRoomElement,
  { parent = '', own = '' }: Given,
  display: string,
): HTMLElement {
  const box = document.createElement('div');
  box.style.cssText = `width: 800px; ${parent}`;
  const before = document.createElement('div');
  before.style.cssText = 'height: 50px; flex: none';
  if (own.includes('--before')) box.append(before);
  room.style.cssText = own;
  if (display) room.style.display = display;
  // An inline box without a width is only as wide as its content.
  if (display.startsWith('inline') && !/width|inset|margin|flex/.test(own + parent)) {
    room.style.width = '100%';
  }
  box.append(room);
  document.body.append(box);
  return box;
}

const rect = (element: Element): DOMRect => element.getBoundingClientRect();

function partOf(room: FfcRoomElement, tag: string, selector: string): Element {
  return room.shadowRoot!.querySelector(tag)!.shadowRoot!.querySelector(selector)!;
}

describe('<ffc-room> with a size of the page', () => {
  for (const css of ['', preflight]) {
    for (const display of displays) {
      it(`fills it, ${display ? `with display: ${display}` : 'as it is'}${css && ', under a reset'}`, async () => {
        addStyle(css);
        const { room } = await joinRoom();
        const wrong: string[] = [];
        for (const each of given) {
          if (each.needsStretch && !canStretch) continue;
          const box = place(room, each, display);
          await room.updateComplete;
          const { width, height, bottom } = rect(room);
          const call = rect(room.shadowRoot!.querySelector('.call')!);
          const stage = rect(partOf(room, 'ffc-stage', '.stage'));
          const leave = rect(partOf(room, 'ffc-control-bar', '[data-control=leave]'));
          const close = (a: number, b: number): boolean => Math.abs(a - b) <= 3;
          if (!close(width, each.width) || !close(height, each.height)) {
            wrong.push(`${each.name}: is ${width} × ${height}`);
          } else if (!close(call.width, width) || !close(call.height, height)) {
            wrong.push(
              `${each.name}: the call is ${call.width} × ${call.height} of ${width} × ${height}`,
            );
          } else if (leave.bottom > bottom || stage.height < 40) {
            wrong.push(
              `${each.name}: Leave ends at ${leave.bottom} of ${bottom}, the stage is ${stage.height} high`,
            );
          }
          document.body.append(room);
          box.remove();
        }
        expect(wrong).to.deep.equal([]);
      });
    }
  }

  it('keeps its size from state to state', async () => {
    const { room } = await openRoom('prejoin');
    room.style.cssText = 'display: block; height: 320px; width: 600px';
    await nextMacrotask();
    const view = room.shadowRoot!.querySelector('.view')!;
    expect(rect(view).height).to.be.closeTo(320, 3);
    void room.join();
    await arrive(room, 'connected');
    expect(rect(room.shadowRoot!.querySelector('.call')!).height).to.be.closeTo(320, 3);
  });
});

describe('<ffc-room> in a picture-in-picture window', () => {
  for (const [width, height] of [
    [844, 390],
    [667, 375],
    [320, 568],
    [390, 844],
    [568, 320],
  ] as const) {
    for (const style of [
      '',
      'ffc-room { height: 100vh }',
      'html, body, ffc-room { height: 100% }',
    ]) {
      for (const state of ['connected', 'prejoin'] as const) {
        it(`has its buttons in reach, ${state}, ${width} × ${height}, ${style || 'as it is'}`, async () => {
          const { room, frame } = await openPage(state, width, height, style);
          const tag = state === 'connected' ? 'ffc-control-bar' : 'ffc-prejoin';
          const button = await until(frame, () =>
            room.shadowRoot
              ?.querySelector(tag)
              ?.shadowRoot?.querySelector(state === 'connected' ? '[data-control=leave]' : '.join'),
          );
          if (state === 'connected' || style) {
            expect(rect(button).bottom, 'the bottom of the button').to.be.at.most(height);
          } else {
            button.scrollIntoView();
            expect(rect(button).bottom, 'after scrolling').to.be.at.most(height);
          }
          expect(rect(room).right).to.be.at.most(width);
          frame.remove();
        });
      }
    }
  }
});

/** Opens a page in a frame of this size. Resolves once its room is in this state. */
async function openPage(
  state: string,
  width: number,
  height: number,
  style: string,
): Promise<{ frame: HTMLIFrameElement; room: Element }> {
  const frame = document.createElement('iframe');
  frame.name = state;
  frame.style.cssText = `border: 0; width: ${width}px; height: ${height}px`;
  frame.srcdoc = `<!doctype html><style>body { margin: 0 } ${style}</style>
    <body><script type="module" src="/test/support/room-page.ts"></script>`;
  const loaded = new Promise((resolve) => frame.addEventListener('load', resolve));
  document.body.append(frame);
  await loaded;
  const room = await until(frame, () =>
    frame.contentDocument!.querySelector(`ffc-room[state=${state}]`),
  );
  return { frame, room };
}

/** Resolves with the first result of `ask`, which runs again in every animation frame. */
function until<T>(frame: HTMLIFrameElement, ask: () => T | null | undefined): Promise<T> {
  return new Promise((resolve) => {
    const look = (): void => {
      const answer = ask();
      if (answer) resolve(answer);
      else frame.contentWindow?.requestAnimationFrame(look);
    };
    look();
  });
}
