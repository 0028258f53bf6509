import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html } from 'lit';
import { expect, userEvent, waitFor } from 'storybook/test';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import { clickFor, listScene } from './room-list-scene.js';
import { scene, type SceneArgs } from './room-scene.js';
import { drawn, elementIn, roomState } from './support.js';

type Story = StoryObj<SceneArgs>;

/**
 * What people do in a call and in a list of rooms, step by step. The panel *Interactions* shows the
 * steps, plays them again, and names the one that fails.
 */
const meta: Meta<SceneArgs> = {
  title: 'Interactions',
  component: 'ffc-room',
  args: { people: 3 },
  tags: ['!autodocs'],
  render: scene({ autoJoin: true }),
};
export default meta;

/** Waits until `check` passes. Its error says what failed, without the HTML of the whole page. */
const eventually = (check: () => unknown): Promise<unknown> =>
  waitFor(check, { timeout: 5000, onTimeout: (error) => error });

/** The room of the story, when it is in the call. */
async function inCall(canvas: HTMLElement): Promise<FfcRoomElement> {
  await roomState(canvas, 'connected');
  return elementIn(canvas, 'ffc-room');
}

/** A button of the room's bar. */
async function control(room: FfcRoomElement, name: string): Promise<HTMLElement> {
  return drawn(await drawn(room, 'ffc-control-bar'), `[data-control=${name}]`);
}

/** The element that has the focus inside all shadow roots. */
function focused(): Element | null {
  let element = document.activeElement;
  while (element?.shadowRoot?.activeElement) element = element.shadowRoot.activeElement;
  return element;
}

export const JoinAndLeave: Story = {
  render: scene({}),
  async play({ canvasElement, step }) {
    await roomState(canvasElement, 'prejoin');
    const room = elementIn(canvasElement, 'ffc-room');
    const preview = await drawn(room, 'ffc-prejoin');
    await step('Turn the camera off in the preview', async () => {
      await eventually(() => expect(room.camera.enabled).toBe(true));
      const [, camera] = preview.shadowRoot?.querySelectorAll<HTMLElement>('.toggle') ?? [];
      camera?.click();
      await eventually(() => expect(camera).toHaveAttribute('aria-pressed', 'false'));
    });
    await step('Join: the camera stays off, the microphone is on', async () => {
      (await drawn(preview, '.join')).click();
      await roomState(canvasElement, 'connected');
      await expect(await control(room, 'camera')).toHaveAttribute('aria-pressed', 'false');
      await expect(await control(room, 'microphone')).toHaveAttribute('aria-pressed', 'true');
    });
    await step('Leave: the room offers to join again', async () => {
      (await control(room, 'leave')).click();
      await roomState(canvasElement, 'left');
      await expect(await drawn(room, '[part~=button]')).toBeVisible();
    });
  },
};

export const MuteByKeyboard: Story = {
  async play({ canvasElement, step }) {
    const room = await inCall(canvasElement);
    const microphone = await control(room, 'microphone');
    // The shortcuts load with the clock.
    await drawn(room, '[part=clock]');
    await step('M mutes the microphone, while the focus is in the room', async () => {
      microphone.focus();
      await userEvent.keyboard('m');
      await eventually(() => expect(microphone).toHaveAttribute('aria-pressed', 'false'));
      await expect(room.matches(':state(muted)')).toBe(true);
    });
    await step('M unmutes it', async () => {
      await userEvent.keyboard('m');
      await eventually(() => expect(microphone).toHaveAttribute('aria-pressed', 'true'));
    });
    await step('The question mark shows all keys, and Escape closes them', async () => {
      await userEvent.keyboard('?');
      const dialog = await drawn(room, 'dialog[open]');
      await expect(dialog).toBeVisible();
      await userEvent.keyboard('{Escape}');
    });
  },
};

export const SendAMessage: Story = {
  async play({ canvasElement, step }) {
    const room = await inCall(canvasElement);
    const button = await control(room, 'chat');
    await step('The button opens the chat, which takes the focus', async () => {
      button.focus();
      button.click();
      const chat = await drawn(room, 'ffc-chat');
      const field = await drawn(chat, 'textarea:enabled');
      await eventually(() => expect(focused()).toBe(field));
    });
    const chat = await drawn(room, 'ffc-chat');
    await step('Enter sends the text, and empties the field', async () => {
      const field = focused() as HTMLTextAreaElement;
      await userEvent.type(field, 'See you at noon{Enter}');
      await eventually(() => expect(chat.shadowRoot?.textContent).toContain('See you at noon'));
      await expect(field.value).toBe('');
    });
    await step('Escape closes the chat, and gives the focus back to the button', async () => {
      await userEvent.keyboard('{Escape}');
      await eventually(() => expect(button).toHaveAttribute('aria-pressed', 'false'));
      await expect(focused()).toBe(button);
    });
  },
};

export const FindAPerson: Story = {
  args: { people: 30 },
  async play({ canvasElement, step }) {
    const room = await inCall(canvasElement);
    const people = await room.openPanel('participants').then(() => drawn(room, 'ffc-participants'));
    const names = (): readonly string[] =>
      [...(people.shadowRoot?.querySelectorAll('[part=person-name]') ?? [])].map((name) =>
        (name.textContent ?? '').trim(),
      );
    const search = await drawn(people, '[part=people-search]');
    await drawn(people, '[part=person]');
    const [, wanted = ''] = names();
    await step('The list shows the people whose name has the text', async () => {
      await userEvent.type(search, wanted);
      await eventually(() => expect(names()).toContain(wanted));
      await expect(names().every((name) => name.includes(wanted))).toBe(true);
    });
    await step('A name that nobody has leads to a sentence', async () => {
      await userEvent.type(search, ' has a twin');
      await expect(await drawn(people, '[part=people-none]')).toBeVisible();
    });
  },
};

export const RaiseAHand: Story = {
  async play({ canvasElement, step }) {
    const room = await inCall(canvasElement);
    const button = await control(room, 'hand');
    const stage = await drawn(room, 'ffc-stage');
    await step('The hand stands on the own tile', async () => {
      button.click();
      await eventually(() => expect(button).toHaveAttribute('aria-pressed', 'true'));
      const tile = await drawn(stage, 'ffc-participant-tile[identity=me]');
      await expect(await drawn(tile, '[part=hand]')).toBeVisible();
    });
    await step('The button lowers it', async () => {
      button.click();
      await eventually(() => expect(button).toHaveAttribute('aria-pressed', 'false'));
    });
  },
};

export const CreateARoom: Story = {
  render: () =>
    html`<div class="ffc-story-list">
      <ffc-room-list .services=${listScene()}></ffc-room-list>
    </div>`,
  async play({ canvasElement, step }) {
    const list = elementIn(canvasElement, 'ffc-room-list');
    await clickFor(canvasElement, '[part=create-button]', 'dialog[open] form');
    await step('The title gets the focus', async () => {
      await eventually(() => expect(focused()).toHaveAttribute('name', 'title'));
    });
    await step('The room is created, and stands in the list', async () => {
      await userEvent.keyboard('Design review{Enter}');
      await eventually(() => expect(list.shadowRoot?.querySelector('dialog[open]')).toBeNull());
      await eventually(() => expect(list.shadowRoot?.textContent).toContain('Design review'));
    });
  },
};
