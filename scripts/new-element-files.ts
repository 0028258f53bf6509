/** The names of an element. */
export interface ElementNames {
  /** `call-timer` */
  readonly name: string;
  /** `ffc-call-timer` */
  readonly tag: string;
  /** `callTimer` */
  readonly camel: string;
  /** `FfcCallTimerElement` */
  readonly className: string;
}

/** The initial files of a new element, by path. */
export function elementFiles(names: ElementNames): Readonly<Record<string, string>> {
  const { name, tag } = names;
  return {
    [`src/elements/${name}/${name}.ts`]: element(names),
    [`src/elements/${name}/${name}-styles.ts`]: styles(names),
    [`src/define/${tag}.ts`]: definition(names),
    [`stories/${tag}.stories.ts`]: story(names),
    [`test/elements/${name}.test.ts`]: test(names),
  };
}

function element({ name, tag, camel, className }: ElementNames): string {
  return `import { html, type TemplateResult } from 'lit';
import { RoomController } from '../../parts/room-controller.js';
import { frame } from '../../styles/frame.js';
import { tokens } from '../../styles/tokens.js';
import { FfcPartElement } from '../shared/part-element.js';
import { ${camel}Styles } from './${name}-styles.js';

/**
 * The title of the room.
 *
 * Stands inside \`<ffc-room>\`, or anywhere with \`for\`.
 *
 * @tag ${tag}
 * @summary The title of the room.
 *
 * @csspart text - The title; empty while no room is open.
 */
export class ${className} extends FfcPartElement {
  static override styles = [tokens, frame, ${camel}Styles];

  readonly #room = new RoomController(this, { watch: ({ store }) => [store.phase] });

  protected override render(): TemplateResult {
    return html\`
      <div class="frame">
        <p class="text" part="text">\${this.#title}</p>
      </div>
    \`;
  }

  get #title(): string {
    const phase = this.#room.room?.store.phase.getSnapshot();
    return (phase && 'room' in phase && phase.room?.title) || '';
  }
}
`;
}

function styles({ camel }: ElementNames): string {
  return `import { css } from 'lit';

export const ${camel}Styles = css\`
  :host {
    --_inline-size: 200px;
  }

  .text {
    margin: 0;
    overflow-wrap: anywhere;
  }
\`;
`;
}

function definition({ name, tag, className }: ElementNames): string {
  return `import { ${className} } from '../elements/${name}/${name}.js';

if (!customElements.get('${tag}')) customElements.define('${tag}', ${className});

declare global {
  interface HTMLElementTagNameMap {
    '${tag}': ${className};
  }
}
`;
}

function story({ tag }: ElementNames): string {
  return `import type { Meta } from '@storybook/web-components-vite';
import '../src/define/${tag}.js';
import { part, partAnatomy, type PartArgs, type PartStory as Story } from './part-scene.js';

const meta: Meta<PartArgs> = { title: '${tag}', component: '${tag}' };
export default meta;

export const Anatomy: Story = partAnatomy('${tag}');
export const InACall: Story = part('${tag}');
`;
}

function test({ name, tag, className }: ElementNames): string {
  return `import '../../src/define/${tag}.js';
import { expect } from '@open-wc/testing';
import type { ${className} } from '../../src/elements/${name}/${name}.js';
import { eventually, runElementBaseTests } from '../support/element-suite.js';
import { createTestRoom, type TestRoom } from '../support/test-room.js';

async function create(): Promise<{ readonly room: TestRoom; readonly element: ${className} }> {
  const room = await createTestRoom();
  const element = document.createElement('${tag}');
  room.host.append(element);
  await element.updateComplete;
  return { room, element };
}

describe('<${tag}>', () => {
  runElementBaseTests('${tag}', async () => {
    const { room, element } = await create();
    return { element, listeners: room.listeners, tellAgain: room.tellAgain };
  });

  it('shows the title of its room, and nothing once the room is closed', async () => {
    const { room, element } = await create();
    const text = element.shadowRoot!.querySelector('[part=text]')!;
    expect(text.textContent).not.to.equal('');
    await room.store.close();
    await eventually(element, () => text.textContent === '');
  });
});
`;
}
