import '../../src/define/ffc-room-list.js';
import '../../src/define/ffc-room.js';
import { createGatewayRoomsApi } from '../../src/api/index.js';
import type { AppRoomsApi } from '../../src/api/types.js';
import type { PageConfig } from '../app/backend.js';
import type { AppUser } from '../app/users.js';
import { make } from './dom.js';
import { addEffects } from './effects.js';
import { embeddedRoom, takeEmbed, type Embed } from './embed.js';
import { EventLog } from './event-log.js';
import { headerTools } from './header.js';
import { choosePerson } from './people.js';
import { addressOf, readSettings, type Settings } from './settings.js';
import { applyTryOuts, TryOutMenu } from './try-out.js';
import { WebhookLog } from './webhook-log.js';
import { words } from './words.js';

const bar = document.querySelector('header') ?? document.body;
const main = document.querySelector('main') ?? document.body;
const template = document.querySelector<HTMLTemplateElement>('#call');
const events = new EventLog();
const webhooks = new WebhookLog();
let settings = readSettings(location.search);
const embed = takeEmbed();

applyLooks();
fetch('/ffc/config')
  .then((response) => response.json() as Promise<PageConfig>)
  .then(show)
  .catch(() => {
    main.replaceChildren(make('p', { class: 'notice', role: 'alert' }, say().noSandbox));
  });

function say() {
  return words[settings.lang];
}

function show(config: PageConfig): void {
  if (embed !== undefined) return showEmbed(config, embed);
  const user = config.users.find(({ appUserId }) => appUserId === settings.user);
  const change = (changed: Partial<Settings>): void => {
    settings = { ...settings, ...changed };
    history.replaceState(null, '', addressOf(settings));
    applyLooks();
    draw();
  };
  const tryOut = new TryOutMenu(settings.tryOuts, (tryOuts) => change({ tryOuts }));
  if (user) bar.append(tryOut.element);
  const draw = (): void => {
    const focused = document.activeElement instanceof HTMLSelectElement && document.activeElement;
    bar.querySelector('.tools')?.remove();
    bar.append(headerTools({ users: config.users, settings, onChange: change }));
    if (focused) bar.querySelector<HTMLElement>(`[name="${focused.name}"]`)?.focus();
    if (!user) main.replaceChildren(choosePerson(config.users, settings, say()));
    tryOut.translate(say());
    events.translate(say());
    webhooks.translate(say());
  };
  draw();
  if (!user) return;

  document.title = `${user.appUserName} · ${document.title}`;
  if (config.mediaOutage) main.append(outage(config.mediaOutage));
  const logs = make('div', { class: 'logs' }, events.element, webhooks.element);
  main.append(call(config.endpoint, user, change), logs);
  webhooks.follow(user.appUserId);
}

/** The page of an embed URL: a room as one member, and nothing else. */
function showEmbed({ endpoint }: PageConfig, room: Embed | null): void {
  bar.remove();
  main.replaceChildren(
    room
      ? embeddedRoom(endpoint, room)
      : make('p', { class: 'notice', role: 'alert' }, say().noKey),
  );
}

/** The two elements, connected by `for` in the page's HTML; this function sets their user. */
function call(
  endpoint: string,
  { appUserId, role }: AppUser,
  change: (changed: Partial<Settings>) => void,
): DocumentFragment {
  const content = document.importNode(template?.content ?? new DocumentFragment(), true);
  const elements = content.querySelectorAll('ffc-room-list, ffc-room');
  for (const element of elements) {
    element.setAttribute('endpoint', endpoint);
    element.setAttribute('token-url', `/ffc/token?user=${encodeURIComponent(appUserId)}`);
    element.setAttribute('rooms-url', '/ffc/rooms');
    element.setAttribute('theme', settings.theme);
  }
  const room = content.querySelector('ffc-room');
  if (room) {
    addEffects(room);
    applyTryOuts(room, settings);
    if (role === 'host') room.roomsApi = roomsOfHosts();
  }
  const open = (id: string): void => {
    main.classList.add('picked');
    // On a small screen the room takes the place of the list, at the top.
    main.scrollIntoView();
    change({ room: id });
  };
  if (settings.room) {
    room?.setAttribute('room-id', settings.room);
    open(settings.room);
  }
  // The address keeps the room, so that the second tab opens the same one.
  main.addEventListener('ffc-room-select', (event) => open(String(event.room.id)));
  return content;
}

/**
 * The gateway, with the way to end a call for everybody. The service documents no call for that
 * alone, so this app deletes the room: its backend lets hosts delete their own rooms.
 */
function roomsOfHosts(): AppRoomsApi {
  const rooms = createGatewayRoomsApi({ roomsUrl: '/ffc/rooms' });
  return Object.assign(rooms, { endRoom: (id: number) => rooms.deleteRoom(id) });
}

function outage(explanation: string): HTMLElement {
  const summary = make('summary', {}, say().noCalls);
  return make('details', { class: 'notice', open: '' }, summary, make('pre', {}, explanation));
}

function applyLooks(): void {
  document.documentElement.lang = settings.lang;
  document.documentElement.dataset['theme'] = settings.theme;
  for (const element of main.querySelectorAll('ffc-room-list, ffc-room')) {
    element.setAttribute('theme', settings.theme);
  }
  for (const room of main.querySelectorAll('ffc-room')) applyTryOuts(room, settings);
}
