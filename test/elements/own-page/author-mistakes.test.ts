import { expect } from '@open-wc/testing';
import '../../../src/define/ffc-captions.js';
import '../../../src/define/ffc-chat.js';
import '../../../src/define/ffc-control-bar.js';
import '../../../src/define/ffc-participants.js';
import '../../../src/define/ffc-room-list.js';
import '../../../src/define/ffc-settings.js';
import '../../../src/define/ffc-waiting.js';
import { createMockServices } from '../../../src/mock/index.js';
import { eventually, warningsDuring } from '../../support/element-suite.js';
import { arrive, createRoom, joinRoom } from '../../support/room-bench.js';

/** Collects console warnings until one has this text. */
async function warningWith(text: string, run: () => unknown): Promise<string[]> {
  const warnings: string[] = [];
  const { warn } = console;
  try {
    await new Promise<void>((resolve) => {
      console.warn = (warning: string) => {
        warnings.push(warning);
        if (warning.includes(text)) resolve();
      };
      run();
    });
  } finally {
    console.warn = warn;
  }
  return warnings;
}

function createList(attributes: Readonly<Record<string, string>>): HTMLElement {
  const list = document.createElement('ffc-room-list');
  list.services = createMockServices();
  for (const [name, value] of Object.entries(attributes)) list.setAttribute(name, value);
  document.body.append(list);
  return list;
}

describe('a mistake of the author of a page', () => {
  it('causes a warning with the remedy for each property that only script can set', async () => {
    const room = document.createElement('ffc-room');
    const list = document.createElement('ffc-room-list');
    const properties = {
      tokenProvider: 'a function',
      roomsApi: 'an object',
      services: 'an object',
      messages: 'an object',
      forElement: 'an element',
    };
    for (const [name, expected] of Object.entries(properties)) {
      for (const element of name === 'forElement' ? [list] : [room, list]) {
        const attribute = name.replace(/[A-Z]/g, '-$&').toLowerCase();
        const warnings = await warningsDuring(() => element.setAttribute(attribute, '() => {}'));
        expect(warnings.join()).to.equal(
          `[ffc] <${element.localName}>: ${name} takes ${expected}, not this string. It counts as ` +
            `left out. Set \`.${name}\`, in Vue \`:${name}.prop\`.`,
        );
      }
    }
  });

  for (const [written, remedy] of [
    ['tokenProvider', 'Set `.tokenProvider`, in Vue `:tokenProvider.prop`.'],
    ['roomOptions', 'Set `.roomOptions`, in Vue `:roomOptions.prop`.'],
    ['roomId', 'Write `room-id`.'],
  ] as const) {
    it(`causes a warning with the remedy for the attribute ${written.toLowerCase()} of a room`, async () => {
      const told = `nothing reads the attribute "${written.toLowerCase()}". ${remedy}`;
      const warnings = await warningWith(told, () => {
        // The HTML parser turns the names of attributes into lower case.
        const page = document.createElement('div');
        page.innerHTML = `<ffc-room ${written}="async () => {}" hidden></ffc-room>`;
        const room = page.querySelector('ffc-room')!;
        Object.assign(room, { services: createMockServices(), roomId: '1' });
        document.body.append(page);
      });
      document.querySelector('div:has(> ffc-room)')!.remove();
      expect(warnings.filter((text) => text.includes(told))).to.have.lengthOf(1);
      expect(warnings.join()).not.to.contain('hidden');
    });
  }

  it('causes one warning for a lower-case token provider attribute of a room that fails', async () => {
    const { room } = createRoom({ properties: { services: undefined, endpoint: 'sandbox' } });
    await warningWith('"audioprocessor"', () => room.setAttribute('audioProcessor', '{}'));
    await arrive(room, 'failed');
    expect(room.error?.reason).to.equal('missing-token-source');
  });

  it('causes a warning with the remedy for the attribute tokenprovider of a list', async () => {
    let list: HTMLElement | undefined;
    const warnings = await warningWith('"tokenprovider"', () => {
      list = createList({ tokenProvider: 'async () => {}' });
    });
    list?.remove();
    expect(warnings.join()).to.contain(
      '<ffc-room-list>: nothing reads the attribute "tokenprovider". Set `.tokenProvider`',
    );
  });

  it('is explained in the error of a room whose token provider became text', async () => {
    const { room } = createRoom({ properties: { services: undefined, endpoint: 'sandbox' } });
    room.setAttribute('token-provider', 'async () => {}');
    await arrive(room, 'failed');
    expect(room.error?.reason).to.equal('missing-token-source');
    expect(room.error?.message).to.contain(':tokenProvider.prop');
  });

  it('warns once of a list whose `for` names nothing, before a room is picked', async () => {
    const lists: HTMLElement[] = [];
    const warnings = await warningWith('"nothere"', () => {
      lists.push(createList({ for: 'nothere' }), createList({ for: 'nothere' }));
    });
    expect(warnings.filter((text) => text.includes('nothere'))).to.have.lengthOf(1);
    expect(warnings.join()).to.contain('Give the <ffc-room> this id');
    for (const list of lists) list.remove();
  });

  for (const tag of [
    'ffc-captions',
    'ffc-chat',
    'ffc-participants',
    'ffc-settings',
    'ffc-waiting',
  ] as const) {
    it(`is told for a <${tag}> whose \`for\` names nothing, with both remedies`, async () => {
      const element = document.createElement(tag);
      element.setAttribute('for', `nothing-for-${tag}`);
      const warnings = await warningWith(`"nothing-for-${tag}"`, () => {
        document.body.append(element);
      });
      element.remove();
      expect(warnings.join())
        .to.contain('Give the <ffc-room> this id')
        .and.to.contain('forElement');
    });
  }

  it('warns once of an unknown control, and lists the known ones', async () => {
    const warnings = await warningsDuring(async () => {
      const { room } = await joinRoom({ properties: { controls: 'microphone mikrofon leave' } });
      await eventually(room, () => room.shadowRoot!.querySelector('ffc-control-bar'));
      await room.shadowRoot!.querySelector('ffc-control-bar')!.updateComplete;
    });
    const told = warnings.filter((text) => text.includes('"mikrofon"'));
    expect(told).to.have.lengthOf(1);
    expect(told.join()).to.contain('microphone, ').and.to.contain('registerControl()');
  });

  for (const tag of ['ffc-room', 'ffc-room-list'] as const) {
    it(`causes one warning, with the known themes, for an unknown theme of <${tag}>`, async () => {
      const element = document.createElement(tag);
      const warnings = await warningsDuring(() => {
        element.setAttribute('theme', 'blue');
        element.setAttribute('theme', 'green');
      });
      expect(warnings.join()).to.equal(
        `[ffc] <${tag}>: theme takes light, dark, auto, not this string. It counts as left out.`,
      );
    });
  }
});
