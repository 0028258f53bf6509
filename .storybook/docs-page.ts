import {
  ArgTypes,
  Canvas,
  Description,
  Subtitle,
  Title,
  Unstyled,
  useOf,
} from '@storybook/addon-docs/blocks';
import { createElement as h, type ReactNode } from 'react';
import { elements } from '../stories/frame/manifest.js';
import { type Guide, guides } from '../stories/element-guides/index.js';

/** The docs page of an element: the description in the manifest, and the guide for designers. */
export function DocsPage(): ReactNode {
  const { csfFile } = useOf('meta', ['meta']);
  const tag = csfFile.meta.component as string | undefined;
  const guide = tag === undefined ? undefined : guides[tag];
  const stories = Object.values(csfFile.stories);
  const picture = stories.find(({ name }) => name === 'Anatomy') ?? stories[0];
  return h(
    'div',
    { className: 'ffc-docs', 'data-tag': tag },
    h(Title),
    tag && h(Subtitle, null, `<${tag}>`),
    h(Description, { of: 'meta' }),
    guide && !isSaid(tag, guide.use) && h('p', null, guide.use),
    picture && h('h2', null, 'Anatomy'),
    picture && h(Canvas, { of: picture.moduleExport, sourceState: 'none' }),
    guide && h(Advice, guide),
    tag &&
      elements.has(tag) && [
        h('h2', { key: 'title' }, 'Attributes, events, slots, parts and tokens'),
        h(ArgTypes, { key: 'table' }),
      ],
    h('h2', null, 'Stories'),
    h(
      'ul',
      null,
      stories.map(({ id, name }) =>
        h('li', { key: id }, h('a', { href: `./?path=/story/${id}`, target: '_top' }, name)),
      ),
    ),
  );
}

/** Whether the description in the manifest, which comes first, already contains the text. */
function isSaid(tag: string | undefined, text: string): boolean {
  return elements.get(tag ?? '')?.description?.includes(text) ?? false;
}

function Advice({ states, dos, donts }: Guide): ReactNode {
  return h(
    Unstyled,
    null,
    h('h2', null, 'States'),
    h(
      'dl',
      null,
      Object.entries(states).flatMap(([name, text]) => [
        h('dt', { key: name }, name),
        h('dd', { key: `${name} means` }, text),
      ]),
    ),
    h('h2', null, 'Do'),
    h(
      'ul',
      null,
      dos.map((text) => h('li', { key: text }, text)),
    ),
    h('h2', null, 'Don’t'),
    h(
      'ul',
      null,
      donts.map((text) => h('li', { key: text }, text)),
    ),
  );
}
