import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { useEffect, useMemo, useRef } from 'storybook/preview-api';
import { demoRooms } from '../sandbox/demo/rooms.js';
import {
  createInPageSandbox,
  type InPageFault,
  type InPageSandbox,
} from '../sandbox/in-page/in-page-sandbox.js';
import type { ListServices, RoomServices } from '../src/headless.js';
import { drawn, elementIn, stateOf, roomState } from './support.js';

interface Args {
  readonly fault: 'none' | InPageFault['kind'];
  readonly alexIsIn: boolean;
}

type Story = StoryObj<Args>;

/** One service, and the access of a story's people to it. */
interface World {
  readonly sandbox: InPageSandbox;
  readonly lists: Readonly<Record<'mina', ListServices>>;
  readonly rooms: Readonly<Record<'mina' | 'jun', RoomServices>>;
}

const title = 'Weekly design review';
/** Ids count from 1. */
const reviewId = demoRooms(0).findIndex((room) => room.title === title) + 1;

/**
 * The elements with a service that runs in the page, with real requests, errors and events. The
 * service keeps running while the controls change. It starts again with the story.
 */
const meta: Meta<Args> = {
  title: 'Service',
  args: { fault: 'none', alexIsIn: false },
  argTypes: {
    fault: {
      control: 'inline-radio',
      options: ['none', '401', '429', '500', 'garbage', 'slow', 'nothing'],
      description: 'What happens to the calls about rooms',
    },
    alexIsIn: { description: `Alex is in the call of “${title}”` },
  },
};
export default meta;

function scene(draw: (world: World) => TemplateResult) {
  return ({ fault, alexIsIn }: Args): TemplateResult => {
    const world = useMemo(() => createWorld(fault), []);
    const { sandbox } = world;
    useEffect(() => () => sandbox.stop(), []);

    const faultBefore = useRef(fault);
    useEffect(() => {
      if (faultBefore.current === fault) return;
      faultBefore.current = fault;
      void switchFault(sandbox, fault);
    }, [fault]);

    const alexWasIn = useRef(false);
    useEffect(() => {
      if (alexWasIn.current === alexIsIn) return;
      alexWasIn.current = alexIsIn;
      void (alexIsIn ? sandbox.join(reviewId, 'alex') : sandbox.leave(reviewId, 'alex'));
    }, [alexIsIn]);

    return draw(world);
  };
}

function createWorld(fault: Args['fault']): World {
  const sandbox = createInPageSandbox({
    pageUrl: document.baseURI,
    faults: faultsOf(fault),
    // A short timeout, so that a viewer of the story sees the failure soon.
    client: { timeoutMs: 5000 },
  });
  return {
    sandbox,
    lists: { mina: sandbox.listServices('mina') },
    rooms: { mina: sandbox.roomServices('mina'), jun: sandbox.roomServices('jun') },
  };
}

const faultsOf = (kind: Args['fault']): readonly InPageFault[] =>
  kind === 'none' ? [] : [{ path: '/v2/members/me/video-rooms*', kind }];

async function switchFault(sandbox: InPageSandbox, kind: Args['fault']): Promise<void> {
  await sandbox.faults.clear();
  for (const fault of faultsOf(kind)) await sandbox.faults.add(fault);
  // The list shows the failure, which is the point of the story.
  for (const list of document.querySelectorAll('ffc-room-list')) list.refresh().catch(() => {});
}

const room = (services: RoomServices): TemplateResult =>
  html`<ffc-room
    .services=${services}
    room-id=${reviewId}
    auto-join
    start-muted
    no-persist
  ></ffc-room>`;

/** A room in the list becomes live when somebody joins it, in this page or elsewhere. */
export const ListAndRoom: Story = {
  render: scene(
    ({ lists, rooms }) =>
      html`<div class="ffc-story-pair">
        <ffc-room-list .services=${lists.mina} for="service-room"></ffc-room-list>
        <ffc-room id="service-room" .services=${rooms.mina} no-persist></ffc-room>
      </div>`,
  ),
  async play({ canvasElement }) {
    const pick = await drawn(elementIn(canvasElement, 'ffc-room-list'), '[name=pick]');
    pick.click();
    await roomState(canvasElement, 'prejoin');
  },
};

/** Mina and Jun in the same call, each with their own services. */
export const TwoMembersInACall: Story = {
  render: scene(
    ({ rooms }) => html`<div class="ffc-story-pair">${room(rooms.mina)} ${room(rooms.jun)}</div>`,
  ),
  async play({ canvasElement }) {
    for (const element of canvasElement.querySelectorAll('ffc-room')) {
      await stateOf(element, 'connected');
    }
  },
};

/** The control ends the fault. A retry then succeeds. */
export const Fault: Story = {
  args: { fault: '500' },
  render: scene(
    ({ lists }) =>
      html`<div class="ffc-story-list">
        <ffc-room-list .services=${lists.mina}></ffc-room-list>
      </div>`,
  ),
  async play({ canvasElement }) {
    await drawn(elementIn(canvasElement, 'ffc-room-list'), '[part=list], [part=blank]');
  },
};
