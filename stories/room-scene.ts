import type { StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import type { FfcRoomElement } from '../src/elements/room/room.js';
import { createMockServices, type MockServices } from '../src/mock/index.js';
import { setAttributes } from './frame/attribute-decorator.js';
import { elementIn, roomState } from './support.js';

/** The values of the controls of a room's stories. */
export interface SceneArgs {
  readonly people: number;
  /** The attributes of the room: see `frame/attribute-decorator.ts`. */
  readonly [attribute: string]: unknown;
}

/** The setup of a story's room and its scripted services. */
export interface Scene {
  readonly autoJoin?: boolean;
  readonly noPrejoin?: boolean;
  readonly observer?: boolean;
  readonly roomId?: string;
  /** Prepares the services before the element opens the room. */
  readonly prepare?: (services: MockServices) => void;
  /** Sets the room up before it is added to the page. */
  readonly setUp?: (room: FfcRoomElement) => void;
}

/** The scripted services of each room of a story. */
const worlds = new WeakMap<FfcRoomElement, MockServices>();

/** Renders a room with scripted services. */
export function scene({
  autoJoin = false,
  noPrejoin = false,
  observer = false,
  roomId = '1',
  prepare,
  setUp,
}: Scene) {
  return (args: SceneArgs): TemplateResult => {
    const services = createMockServices({ session: { local: { identity: 'me', name: 'Mina' } } });
    services.session.crowd(args.people);
    prepare?.(services);
    const room = document.createElement('ffc-room');
    worlds.set(room, services);
    room.services = services;
    setAttributes(room, args);
    room.noPersist = true;
    room.autoJoin = autoJoin;
    room.noPrejoin = noPrejoin;
    room.observer = observer;
    if (roomId) room.roomId = roomId;
    setUp?.(room);
    return html`<div class="ffc-story-stage">${room}</div>`;
  };
}

/** A story in a call. `act` runs when the room has connected. */
export function call(
  act?: (services: MockServices, room: FfcRoomElement) => void | Promise<void>,
  more: Scene = {},
): StoryObj<SceneArgs> {
  return {
    render: scene({ autoJoin: true, ...more }),
    async play({ canvasElement }) {
      await roomState(canvasElement, 'connected');
      const room = elementIn(canvasElement, 'ffc-room');
      const services = worlds.get(room);
      if (services) await act?.(services, room);
    },
  };
}
