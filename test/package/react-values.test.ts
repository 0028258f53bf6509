/** Tests what the components of `ffc-elements/react` write for the values of their props. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { createElement, type ReactElement, type RefCallback } from 'react';
import { renderToString } from 'react-dom/server';
import { readElements } from '../../scripts/framework-types/model.js';
import { reactFiles } from '../../scripts/framework-types/react-components.js';
import { wrap, type WrappedElement } from '../../src/react/wrap.js';

/** The HTML of the component `FfcRoom`, made from its generated module. */
function htmlOf(props: Readonly<Record<string, unknown>>): string {
  const source = reactFiles(readElements()).get('ffc-room.js') ?? '';
  const facts = source.slice(source.indexOf('{', source.indexOf('wrap(')), source.lastIndexOf('}'));
  return renderToString(
    createElement(wrap('FfcRoom', JSON.parse(`${facts}}`) as WrappedElement), props),
  );
}

describe('a component in React', () => {
  it('turns a switch off that is on by default', () => {
    const html = htmlOf({ autoSubscribe: false, sounds: false });
    assert.match(html, /auto-subscribe="off"/);
    assert.match(html, /sounds="off"/);
  });

  it('leaves switches and flags on or off for the other values', () => {
    assert.match(htmlOf({ autoJoin: true, sounds: 'off' }), /auto-join="" sounds="off"/);
    const html = htmlOf({ autoJoin: false, autoSubscribe: undefined, sounds: null });
    assert.equal(html, '<ffc-room></ffc-room>');
  });

  it('forgets its element with the clean-up of a callback ref', () => {
    const facts = {
      attributes: {},
      switches: [],
      properties: [],
      events: { onFfcError: 'ffc-error' },
    };
    const { render } = wrap('FfcRoom', { tag: 'ffc-room', ...facts }) as unknown as {
      render: (
        props: object,
        ref: RefCallback<unknown>,
      ) => ReactElement<{ ref: RefCallback<object> }>;
    };
    const calls: string[] = [];
    const node = { addEventListener: () => calls.push('listen') };
    let attach: RefCallback<object> | undefined;
    const App = (): ReactElement => {
      const element = render({ onFfcError: () => {} }, () => () => void calls.push('clean up'));
      attach = element.props.ref;
      return element;
    };
    renderToString(createElement(App));
    const detach = attach?.(node);
    assert.ok(typeof detach === 'function');
    detach();
    attach?.(node);
    assert.deepEqual(calls, ['listen', 'clean up', 'listen']);
  });
});
