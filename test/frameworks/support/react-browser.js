import { createMockServices } from 'ffc-elements/mock';
import { createElement as h, createRef } from 'react';
import { createRoot, hydrateRoot } from 'react-dom/client';
import { Rooms } from './react-page.js';

const log = [];
const room = createRef();
const app = h(Rooms, { services: createMockServices(), log, room });
const container = document.querySelector('main');
const root = container.children.length > 0 ? hydrateRoot(container, app) : createRoot(container);
root.render(app);
Object.assign(window, { log, room, unmount: () => root.unmount() });
