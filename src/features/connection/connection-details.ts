/** The details of a call's connection. This chunk loads when a person opens them. */
import { css, html, nothing, render, type TemplateResult } from 'lit';
import { connectionWords } from '../../locales/en.js';
import type { ConnectionMessages } from '../../i18n/comfort-messages.js';
import { roomDictionary } from '../../parts/room-words.js';
import { LocaleController } from '../../parts/locale-controller.js';
import type { RoomHandle } from '../../parts/room-handle.js';
import type { RtcSession } from '../../rtc/session.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import { dialogStyles } from '../../styles/dialog-styles.js';
import type { PersonMenuHost } from '../person-menu/lazy-person-menu.js';
import { type Measured, Meter } from './measure.js';
import { PictureMeter, type PictureSubject, type Received } from './picture-meter.js';

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

const words = new WeakMap<PersonMenuHost, LocaleController<ConnectionMessages>>();

/** A row of the details: its name and its value. */
type Row = readonly [name: string, value: string];

/**
 * Opens the details in a dialog, and measures until the dialog is closed or the call ends. Without a
 * subject they are those of the local connection.
 */
export function showConnection(
  host: PersonMenuHost,
  room: RoomHandle,
  subject?: PictureSubject,
): void {
  const { session } = room.store;
  const root = host.renderRoot as ShadowRoot;
  if (!session || root.querySelector('.connection-details')) return;
  const overrides = () => room.options.getSnapshot().messages;
  const own =
    words.get(host) ??
    new LocaleController(host, { group: 'panels', en: connectionWords }, overrides);
  host.addStyles([dialogStyles, detailStyles]);
  words.set(host, own);
  const roomWords = new LocaleController(host, roomDictionary, overrides);
  const rows = subject ? pictureRows(session, subject) : connectionRows(session);
  const open = new AbortController();
  const { signal } = open;
  const person = (): ParticipantSnapshot | undefined => {
    const { localIdentity = '' } = room.store.roster.getSnapshot();
    return room.store.participant(subject?.identity ?? localIdentity).getSnapshot();
  };

  const dialog = root.ownerDocument.createElement('dialog');
  dialog.className = 'dialog connection-details';
  dialog.part.add('dialog');
  dialog.setAttribute('aria-labelledby', 'connection-title');
  const draw = (): void => {
    const { name = '', quality = 'unknown' } = person() ?? {};
    const { messages } = own;
    render(
      html`
        <h2
          id="connection-title"
          part="dialog-title"
          aria-level=${room.options.getSnapshot().headingLevel}
        >
          ${messages.connectionTitle}${subject ? [' · ', html`<bdi>${name}</bdi>`] : nothing}
        </h2>
        <p part="text" role="status">
          <strong>${roomWords.messages.quality[quality]}</strong>
          ${subject ? nothing : messages.connectionAdvice(quality)}
        </p>
        ${factsView(rows.view(messages, own.lang))}
        ${subject ? nothing : html`<p part="text">${othersOf(room, messages)}</p>`}
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
    await rows.measure();
    if (!signal.aborted) draw();
  };
  const timer = setInterval(() => void measure(), interval);
  room.store.on('quality-change', draw, { signal });
  const closeWithCall = (): void => {
    if (!room.isInCall || !person()) dialog.close();
  };
  room.store.phase.subscribe(closeWithCall, { signal });
  room.store.roster.subscribe(closeWithCall, { signal });
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

/** The measured rows of a dialog. */
interface Rows {
  readonly measure: () => Promise<void>;
  readonly view: (messages: ConnectionMessages, lang: string) => readonly Row[];
}

/** The values of the local connection. */
function connectionRows(session: RtcSession): Rows {
  const meter = new Meter(session);
  let now: Partial<Measured> = {};
  return {
    measure: async () => void (now = await meter.measure()),
    view: (messages, lang) => {
      const { number, share, bits } = formats(messages, lang);
      return [
        [messages.connectionDelay, number(now.delay, { style: 'unit', unit: 'millisecond' })],
        [messages.connectionLoss, share(now.loss)],
        [messages.connectionSent, bits(now.sent)],
        [messages.connectionReceived, bits(now.received)],
        [
          messages.connectionWay,
          now.way ? messages.connectionWayName(now.way) : messages.connectionUnknown,
        ],
      ];
    },
  };
}

/** The values of the received picture of another participant. */
function pictureRows(session: RtcSession, subject: PictureSubject): Rows {
  const meter = new PictureMeter(session, subject);
  let now: Partial<Received> = {};
  return {
    measure: async () => void (now = await meter.measure()),
    view: (messages, lang) => {
      const { number, share, bits } = formats(messages, lang);
      return [
        [messages.connectionSize, now.size ?? messages.connectionUnknown],
        [messages.connectionFrames, number(now.frames)],
        [messages.connectionReceived, bits(now.rate)],
        [messages.connectionLoss, share(now.loss)],
        [messages.connectionCodec, now.codec ?? messages.connectionUnknown],
      ];
    },
  };
}

type Format = (value: number | undefined, options?: Intl.NumberFormatOptions) => string;

/** The formats of values. They say that a value is unknown. */
function formats(
  { connectionUnknown }: ConnectionMessages,
  lang: string,
): Readonly<Record<'number' | 'share' | 'bits', Format>> {
  const number: Format = (value, options) =>
    value === undefined
      ? connectionUnknown
      : new Intl.NumberFormat(lang, { maximumFractionDigits: 0, ...options }).format(value);
  return {
    number,
    share: (value) => number(value, { style: 'percent', maximumFractionDigits: 1 }),
    bits: (value) =>
      number(value === undefined ? undefined : value / 1000, {
        style: 'unit',
        unit: 'kilobit-per-second',
      }),
  };
}

function factsView(rows: readonly Row[]): TemplateResult {
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
