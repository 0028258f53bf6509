import type { Meta } from '@storybook/web-components-vite';
import {
  part,
  partAnatomy,
  type PartArgs,
  type PartScene,
  type PartStory as Story,
} from './part-scene.js';
import { drawn, elementIn } from './support.js';

const tag = 'ffc-participants';

const meta: Meta<PartArgs> = { title: 'ffc-participants', component: 'ffc-participants' };
export default meta;

const list = (scene: PartScene): Story => part(tag, { frame: 'panel', ...scene });

export const Anatomy: Story = partAnatomy(tag, { frame: 'panel', people: 6 });
export const FewPeople: Story = list({ people: 3 });
export const HundredPeople: Story = list({ people: 99 });
export const Alone: Story = list({ people: 0 });

/** A ring marks the person who speaks. */
export const Speaking: Story = list({
  act: ({ session }) => session.setSpeaking({ guest1: 0.7 }),
});

/** The menu with the actions on a person. */
export const Menu: Story = {
  ...list({}),
  async play(context) {
    await list({}).play?.(context);
    const element = elementIn(context.canvasElement, tag);
    (await drawn(element, '[part~=person-menu]')).click();
    await drawn(element, '[part~=menu]');
  },
};

/** The question before a host ends the call for everybody. Only some apps can do that. */
export const EndForEveryone: Story = {
  ...list({ service: { canEndRooms: true } }),
  async play(context) {
    await list({}).play?.(context);
    const element = elementIn(context.canvasElement, tag);
    (await drawn(element, '.bottom .end')).click();
    await drawn(element, '#menu.placed .answers');
  },
};

/** Nobody has the name that was searched for. */
export const NobodyFound: Story = {
  ...list({ people: 30 }),
  async play(context) {
    await list({ people: 30 }).play?.(context);
    const element = elementIn(context.canvasElement, tag);
    const search = (await drawn(element, '[part~=people-search]')) as HTMLInputElement;
    search.value = 'Nobody';
    search.dispatchEvent(new InputEvent('input', { bubbles: true }));
    await drawn(element, '[part~=people-none]');
  },
};
