import '../../src/define/all.js';
import '../../src/define/room-parts.js';
import { expect } from '@open-wc/testing';
import type { ReactiveElement } from 'lit';
import { createMockServices } from '../../src/mock/index.js';
import { eventually, nextMacrotask } from '../support/element-suite.js';
import { addStyle, contexts, preflight, putInto } from '../support/page-contexts.js';
import { createTestRoom } from '../support/test-room.js';

interface Sized {
  readonly tag: string;
  readonly create: () => Promise<ReactiveElement>;
  /** Returns something truthy once the element has rendered its content. */
  readonly drawn: (element: ReactiveElement) => unknown;
  /** The smallest useful size in a box of 1000 px. */
  readonly width: number;
  readonly height: number;
}

const query =
  (selector: string) =>
  (element: ReactiveElement): unknown =>
    element.renderRoot.querySelector(selector);

async function createPart(tag: keyof HTMLElementTagNameMap, join = true): Promise<ReactiveElement> {
  await createTestRoom({ crowd: 1, join });
  const part = document.createElement(tag) as ReactiveElement & { htmlFor: string };
  part.htmlFor = 'test-room';
  return part;
}

const elements: readonly Sized[] = [
  {
    tag: 'ffc-room',
    create: () => Promise.resolve(document.createElement('ffc-room')),
    drawn: query('.view'),
    width: 600,
    height: 400,
  },
  {
    tag: 'ffc-room-list',
    create: () =>
      Promise.resolve(
        Object.assign(document.createElement('ffc-room-list'), { services: createMockServices() }),
      ),
    drawn: query('.room'),
    width: 400,
    height: 200,
  },
  {
    tag: 'ffc-stage',
    create: () => createPart('ffc-stage'),
    drawn: query('ffc-participant-tile'),
    width: 600,
    height: 300,
  },
  {
    tag: 'ffc-participant-tile',
    create: () => createPart('ffc-participant-tile'),
    drawn: query('.plate'),
    width: 280,
    height: 150,
  },
  {
    tag: 'ffc-prejoin',
    create: () => createPart('ffc-prejoin', false),
    drawn: query('form'),
    width: 600,
    height: 250,
  },
  {
    tag: 'ffc-control-bar',
    create: () => createPart('ffc-control-bar'),
    drawn: query('.control'),
    width: 500,
    height: 44,
  },
];

for (const { tag, create, drawn, width, height } of elements) {
  describe(`<${tag}> without a size of the page`, () => {
    for (const [reset, css] of Object.entries({
      '': '',
      ', under a reset of all styles': preflight,
    })) {
      for (const space of [1000, 320]) {
        it(`has a size that makes sense everywhere in ${space} px${reset}`, async () => {
          addStyle(css);
          const element = await create();
          const sizes: string[] = [];
          for (const context of contexts) {
            putInto(context, element, space);
            await element.updateComplete;
            if (context === contexts[0]) {
              await eventually(element, () => drawn(element));
              // The element rendered while the browser reported its size. That has to finish first.
              await nextMacrotask();
            }
            const { width: inline, height: block } = element.getBoundingClientRect();
            const isSensible =
              inline >= Math.min(width, space - 60) &&
              inline <= space &&
              block >= (space === 320 ? 44 : height);
            if (!isSensible) sizes.push(`${context.name}: ${inline} × ${block}`);
          }
          expect(sizes).to.deep.equal([]);
        });
      }
    }
  });
}
