/** The details of a call's connection. This chunk loads when a person opens them. */
import { css, html, render, type TemplateResult } from 'lit';
import { connectionWords } from '../../locales/en.js';
import type { ConnectionMessages } from '../../i18n/comfort-messages.js';
import { roomDictionary } from '../../parts/room-words.js';
import type { BaseElement } from '../../parts/base-element.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import { type Measured, Meter } from './measure.js';

/** Milliseconds between two measurements. */
const interval = 2000;
const namesAtMost = 3;

const detailStyles = css`
  .connection-details dl {
    display: grid;
    gap: 8px;
    margin-block: 16px;
  }

  .connection-details dl div {
    display: flex;
    justify-content: space-between;
    gap: 16px;
  }

  .connection-details dd {
    margin: 0;
  }
`;

const words = new WeakMap<BaseElement, LocaleController<ConnectionMessages>>();

/** Opens the details in a dialog, and measures until the dialog is closed or the call ends. */
export function showConnection(host: BaseElement, room: RoomHandle): void {
  const { session } = room.store;
  const root = host.renderRoot as ShadowRoot;
  if (!session || root.querySelector('.connection-details')) return;
  const overrides = () => room.options.getSnapshot().messages;
  const own =
    words.get(host) ??
    new LocaleController(host, { group: 'panels', en: connectionWords }, overrides);
  if (!words.has(host)) host.addStyles([detailStyles]);
  words.set(host, own);
  const roomWords = new LocaleController(host, roomDictionary, overrides);
  const meter = new Meter(session);
  const open = new AbortController();
  const { signal } = open;
  let measured: Measured | undefined;

  const dialog = root.ownerDocument.createElement('dialog');
  dialog.className = 'dialog connection-details';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'connection-title');
  const draw = (): void => {
    const { localIdentity = '' } = room.store.roster.getSnapshot();
    const quality = room.store.participant(localIdentity).getSnapshot()?.quality ?? 'unknown';
    const { messages } = own;
    render(
      html`
        <h2 id="connection-title" part="dialog-title">${messages.connectionTitle}</h2>
        <p part="text" role="status">
          <strong>${roomWords.messages.quality[quality]}</strong>
          ${messages.connectionAdvice(quality)}
        </p>
        ${factsView(measured, messages, own.lang)}
        <p part="text">${othersOf(room, messages)}</p>
        <div class="dialog-actions">
          <button
            type="button"
            class="button"
            part="button"
            autofocus
            @click=${() => dialog.close()}
          >
            ${messages.connectionClose}
          </button>
        </div>
      `,
      dialog,
    );
  };
  const measure = async (): Promise<void> => {
    const next = await meter.measure();
    if (signal.aborted) return;
    measured = next;
    draw();
  };
  const timer = setInterval(() => void measure(), interval);
  room.store.on('quality-change', draw, { signal });
  room.store.phase.subscribe(() => room.isInCall || dialog.close(), { signal });
  dialog.addEventListener('close', () => {
    clearInterval(timer);
    open.abort();
    host.removeController(roomWords);
    roomWords.hostDisconnected();
    dialog.remove();
  });
  draw();
  void measure();
  root.append(dialog);
  dialog.showModal();
}

function factsView(
  measured: Measured | undefined,
  messages: ConnectionMessages,
  lang: string,
): TemplateResult {
  const unknown = messages.connectionUnknown;
  const format = (value: number | undefined, options: Intl.NumberFormatOptions): string =>
    value === undefined ? unknown : new Intl.NumberFormat(lang, options).format(value);
  const bits = (value: number | undefined): string =>
    format(value === undefined ? undefined : value / 1000, {
      style: 'unit',
      unit: 'kilobit-per-second',
      maximumFractionDigits: 0,
    });
  const { delay, loss, sent, received, way } = measured ?? {};
  const rows = [
    [
      messages.connectionDelay,
      format(delay, { style: 'unit', unit: 'millisecond', maximumFractionDigits: 0 }),
    ],
    [messages.connectionLoss, format(loss, { style: 'percent', maximumFractionDigits: 1 })],
    [messages.connectionSent, bits(sent)],
    [messages.connectionReceived, bits(received)],
    [messages.connectionWay, way ? messages.connectionWayName(way) : unknown],
  ];
  return html`
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
      )}
    </dl>
  `;
}

/** Names the other participants with a bad connection. */
function othersOf({ store }: RoomHandle, { connectionOthers }: ConnectionMessages): string {
  const names = store.roster.getSnapshot().identities.flatMap((identity) => {
    const participant = store.participant(identity).getSnapshot();
    const isBad = participant?.quality === 'poor' || participant?.quality === 'lost';
    return participant && !participant.isLocal && isBad ? [participant.name] : [];
  });
  return connectionOthers(names.length > namesAtMost ? [] : names, names.length);
}
