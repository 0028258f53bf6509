import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import {
  createMockServices,
  type MockServiceOptions,
  type MockServices,
} from '../src/mock/index.js';
import { anatomy } from './frame/anatomy.js';
import { stateOf } from './support.js';

/** The values of the controls of a part's stories: only its attributes. */
export type PartArgs = Readonly<Record<string, unknown>>;
export type PartStory = StoryObj<PartArgs>;

/** The setup of a part outside its room, and of the room. */
export interface PartScene {
  /** The state of the room: in the call, at the preview, or no room. Default `call`. */
  readonly at?: 'call' | 'prejoin' | 'idle';
  /** The size and the place of the part. Default `control`. */
  readonly frame?: 'control' | 'panel' | 'stage' | 'list';
  /** Properties of the room. */
  readonly room?: Partial<FfcRoomElement>;
  /** Properties of the part. */
  readonly part?: Readonly<Record<string, unknown>>;
  /** The options of the service. */
  readonly service?: MockServiceOptions;
  /** The number of others in the call. Default 3. */
  readonly people?: number;
  /** Prepares the services before the room is opened. */
  readonly prepare?: (services: MockServices) => void;
  /** Runs when the room has reached its state. */
  readonly act?: (services: MockServices, room: FfcRoomElement) => void | Promise<void>;
  /** Whether to click the part's first button, which opens a menu or a panel. */
  readonly opened?: boolean;
}

const states = { call: 'connected', prejoin: 'prejoin', idle: 'idle' } as const;
const host = { appUserId: 'me', appUserName: 'Mina', channelMemberType: 'OPERATOR' };
const worlds = new WeakMap<FfcRoomElement, MockServices>();

/** Renders the part, and beside it the hidden room. */
function draw(tag: string, scene: PartScene): TemplateResult {
  const { at = 'call', frame = 'control', people = 3 } = scene;
  const services = createMockServices({
    session: { local: { identity: 'me', name: 'Mina', metadata: host } },
    ...(scene.service && { service: scene.service }),
  });
  services.session.crowd(people);
  scene.prepare?.(services);
  const room = document.createElement('ffc-room');
  worlds.set(room, services);
  Object.assign(room, { id: 'story-room', services, noPersist: true, hidden: true, ...scene.room });
  room.autoJoin = at === 'call';
  if (at !== 'idle') room.roomId = '1';
  const part = document.createElement(tag);
  part.setAttribute('for', room.id);
  Object.assign(part, scene.part);
  return html`${room}
    <div class=${`ffc-story-${frame}`}>${part}</div>`;
}

/** A story of one part. It waits for the room, runs `act`, and clicks the button if `opened`. */
export function part(tag: string, scene: PartScene = {}): PartStory {
  return {
    render: () => draw(tag, scene),
    async play({ canvasElement }) {
      const room = canvasElement.querySelector('ffc-room');
      if (!room) return;
      await stateOf(room, states[scene.at ?? 'call']);
      const services = worlds.get(room);
      if (services) await scene.act?.(services, room);
      if (!scene.opened) return;
      canvasElement.querySelector(tag)?.shadowRoot?.querySelector('button')?.click();
    },
  };
}

/** A story with the parts and slots of an element marked. */
export function partAnatomy(tag: string, scene: PartScene = {}): PartStory {
  return {
    ...part(tag, scene),
    render: () => anatomy(tag, draw(tag, scene)),
    // The docs page runs the play function, too, so that it shows the same state.
    parameters: { docs: { story: { autoplay: true } } },
  };
}
