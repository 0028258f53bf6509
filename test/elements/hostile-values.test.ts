import { expect } from '@open-wc/testing';
import '../../src/define/ffc-captions.js';
import '../../src/define/ffc-chat.js';
import '../../src/define/ffc-control-bar.js';
import '../../src/define/ffc-leave-button.js';
import '../../src/define/ffc-participant-tile.js';
import '../../src/define/ffc-participants.js';
import '../../src/define/ffc-prejoin.js';
import '../../src/define/ffc-room-list.js';
import '../../src/define/ffc-room.js';
import '../../src/define/ffc-settings.js';
import '../../src/define/ffc-stage.js';
import '../../src/define/ffc-waiting.js';
import type { ReactiveElement } from 'lit';
import { createMockServices } from '../../src/mock/index.js';
import { createRoom, joinRoom, openRoom, shownText } from '../support/room-bench.js';

/** Values that frameworks bind by accident, or that the author of a page may try. */
const hostile: readonly (readonly [string, unknown])[] = [
  ['undefined', undefined],
  ['null', null],
  ['true', true],
  ['false', false],
  ['0', 0],
  ['5', 5],
  ['-1.5', -1.5],
  ['NaN', NaN],
  ['Infinity', Infinity],
  ['a bigint', 7n],
  ['a symbol', Symbol('x')],
  ['empty text', ''],
  ['text "false"', 'false'],
  ['text "4"', '4'],
  ['text "x"', 'x'],
  ['an empty array', []],
  ['an array of words', ['leave', 'camera']],
  ['an array of objects', [{}, null]],
  ['an empty object', {}],
  ['an object without a prototype', Object.create(null)],
  ['a date', new Date(0)],
  [
    'a function that throws',
    () => {
      throw new Error('A mistake of the page.');
    },
  ],
];

const tags = [
  'ffc-room',
  'ffc-room-list',
  'ffc-participant-tile',
  'ffc-prejoin',
  'ffc-stage',
  'ffc-control-bar',
  'ffc-chat',
  'ffc-participants',
  'ffc-settings',
  'ffc-leave-button',
  // Without captions, and with nobody who waits, these two render nothing.
  'ffc-captions',
  'ffc-waiting',
] as const;

const mayBeEmpty = ['ffc-captions', 'ffc-waiting'];

type Bindable = ReactiveElement & Record<PropertyKey, unknown>;

function propertiesOf(element: ReactiveElement): readonly string[] {
  const { elementProperties } = element.constructor as typeof ReactiveElement;
  return [...elementProperties.keys()].filter((name) => typeof name === 'string');
}

function attributesOf(element: ReactiveElement): readonly string[] {
  return (element.constructor as typeof ReactiveElement).observedAttributes;
}

function rendersSomething({ localName, shadowRoot }: Bindable): boolean {
  return !!shadowRoot?.childElementCount || mayBeEmpty.includes(localName);
}

async function create(tag: (typeof tags)[number]): Promise<Bindable> {
  const element = document.createElement(tag) as unknown as Bindable;
  if (tag === 'ffc-room' || tag === 'ffc-room-list') {
    element['services'] = createMockServices();
    document.body.append(element);
  } else {
    const { room } = await (tag === 'ffc-prejoin' ? openRoom('prejoin') : joinRoom());
    room.append(element);
  }
  await element.updateComplete;
  return element;
}

describe('elements and hostile values', () => {
  const warnings: string[] = [];
  const failures: unknown[] = [];
  const { warn } = console;
  const onRejection = (event: PromiseRejectionEvent): void => void failures.push(event.reason);
  beforeEach(() => {
    console.warn = (...message: unknown[]) => void warnings.push(message.join(' '));
    window.addEventListener('unhandledrejection', onRejection);
  });
  afterEach(() => {
    console.warn = warn;
    window.removeEventListener('unhandledrejection', onRejection);
    warnings.length = failures.length = 0;
  });

  it('report the mistake and its remedy once, and never show the value', () => {
    const [first, second] = [0, 1].map(
      () => document.createElement('ffc-stage') as unknown as Bindable,
    ) as [Bindable, Bindable];
    const room = document.createElement('ffc-room') as unknown as Bindable;
    first['maxTiles'] = { secret: 'token' };
    second['maxTiles'] = { another: 'one' };
    room['tokenProvider'] = 'a-token-by-mistake';
    room['theme'] = 'pink';
    expect(first['maxTiles']).to.equal(undefined);
    expect(room['theme']).to.equal(undefined);
    expect(warnings.filter((text) => text.includes('maxTiles'))).to.have.length(1);
    expect(warnings.join('\n'))
      .to.contain('a number of 1 or more')
      .and.to.contain('a function')
      .and.to.contain('light, dark, auto')
      .and.not.to.match(/secret|mistake/);
  });

  for (const tag of tags) {
    it(`<${tag}> still renders with any value of its properties`, async () => {
      const element = await create(tag);
      for (const name of propertiesOf(element)) {
        const before = element[name];
        for (const [what, value] of hostile) {
          element[name] = value;
          await element.updateComplete;
          expect(failures, `${name}, ${what}`).to.deep.equal([]);
        }
        element[name] = before;
        await element.updateComplete;
        expect(rendersSomething(element), name).to.equal(true);
      }
      element.remove();
    });

    it(`<${tag}> still renders with any value of its attributes`, async () => {
      const element = await create(tag);
      for (const name of attributesOf(element)) {
        for (const value of ['', 'false', 'null', 'undefined', '4', '-1', 'x', '[object Object]']) {
          element.setAttribute(name, value);
          await element.updateComplete;
          expect(failures, `${name}="${value}"`).to.deep.equal([]);
        }
        element.removeAttribute(name);
        await element.updateComplete;
        expect(rendersSomething(element), name).to.equal(true);
      }
      element.remove();
    });

    it(`<${tag}> takes the attribute value "false" as false, and an empty one as true`, () => {
      const element = document.createElement(tag) as unknown as Bindable;
      const { elementProperties } = element.constructor as typeof ReactiveElement;
      for (const [property, { attribute }] of elementProperties) {
        if (typeof element[property] !== 'boolean') continue;
        const name = typeof attribute === 'string' ? attribute : String(property);
        for (const [value, expected] of [
          ['', true],
          ['false', false],
          ['true', true],
          ['False', false],
          [name, true],
        ] as const) {
          element.setAttribute(name, value);
          expect(element[property], `${name}="${value}"`).to.equal(expected);
        }
        element.removeAttribute(name);
        expect(element[property], `${name} left out`).to.equal(false);
        element[property] = 'false';
        expect(element[property], `${String(property)} = 'false'`).to.equal(false);
      }
    });
  }

  for (const [tag, name, whenOn] of [
    ['ffc-captions', 'overlay', { position: 'absolute', display: 'block' }],
    ['ffc-waiting', 'notice', { position: 'static', display: 'contents' }],
  ] as const) {
    it(`<${tag}> looks with ${name}="false" as without`, async () => {
      const element = document.createElement(tag);
      document.body.append(element);
      await element.updateComplete;
      const look = (): object => {
        const { position, display } = getComputedStyle(element);
        return { position, display };
      };
      const without = look();
      for (const value of ['false', 'False']) {
        element.setAttribute(name, value);
        await element.updateComplete;
        expect(look(), value).to.deep.equal(without);
      }
      element.setAttribute(name, '');
      await element.updateComplete;
      expect(look()).to.deep.equal(whenOn);
      element.remove();
    });
  }

  it('does not join because of auto-join="false", as Vue and React 18 write it', async () => {
    const { room } = createRoom();
    room.setAttribute('auto-join', 'false');
    await new Promise((resolve) => {
      room.addEventListener('ffc-state-change', ({ state }) => state === 'prejoin' && resolve(0));
    });
    expect(room.state).to.equal('prejoin');
    expect(room.autoJoin).to.equal(false);
  });

  it('takes numbers and arrays where they make sense', () => {
    const room = document.createElement('ffc-room') as unknown as Bindable;
    const list = document.createElement('ffc-room-list') as unknown as Bindable;
    for (const [element, property, value, expected] of [
      [room, 'roomId', 5, '5'],
      [room, 'roomId', null, undefined],
      [room, 'controls', ['leave', 'camera'], 'leave camera'],
      [room, 'maxTiles', '4', 4],
      [room, 'maxTiles', '', undefined],
      [room, 'messages', null, undefined],
      [room, 'autoSubscribe', false, 'off'],
      [room, 'autoSubscribe', 'false', 'off'],
      [room, 'autoSubscribe', true, 'on'],
      [room, 'autoSubscribe', undefined, 'on'],
      [room, 'announce', null, 'all'],
      [list, 'keyword', 7, '7'],
      [list, 'keyword', null, ''],
      [list, 'page', '3', 3],
      [list, 'page', undefined, 1],
      [list, 'pageSize', null, 12],
      [list, 'htmlFor', 9, '9'],
    ] as const) {
      element[property] = value;
      expect(element[property], `${property} = ${JSON.stringify(value)}`).to.equal(expected);
    }
    expect(warnings).to.deep.equal([]);
  });

  it('keep their own texts where messages are invalid', async () => {
    const { room } = await joinRoom();
    room.messages = {
      peopleCount: 'people',
      untitledRoom: () => 'x',
      errors: null,
      tile: { noRoom: 5 },
      leave: 'Hang up',
    } as never;
    await room.updateComplete;
    const bar = room.shadowRoot!.querySelector('ffc-control-bar')!;
    await bar.updateComplete;
    expect(shownText(room.shadowRoot!)).to.contain('Hang up').and.to.contain('1 person');
    expect(warnings.join('\n')).to.contain('messages: peopleCount takes a function');
    expect(failures).to.deep.equal([]);
  });
});
