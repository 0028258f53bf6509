import { html, type TemplateResult } from 'lit';
import { clockIcon } from '../../icons/clock.js';
import type { RoomPhase } from '../../state/types.js';
import { actionButton } from '../../parts/problem-view.js';
import { calendarFile, saveFile } from './calendar-file.js';
import type { ScreenContext } from './late-screens.js';
import { titleOf } from './quiet-screens.js';

type ScheduledPhase = Extract<RoomPhase, { state: 'scheduled' }>;

const second = 1000;
const hour = 3600 * second;
const day = 24 * hour;

/** Renders a scheduled room: the time until its start, and a button for a calendar file. */
export class ScheduledScreen {
  #tick: ReturnType<typeof setTimeout> | undefined;

  render({ room, startsAt }: ScheduledPhase, context: ScreenContext): TemplateResult {
    const { words, messages, lang, host, wayBack, view } = context;
    const left = Math.max(0, startsAt - (view.room.services.now?.() ?? Date.now()));
    clearTimeout(this.#tick);
    this.#tick = setTimeout(
      () => host.isConnected && host.requestUpdate(),
      left >= day ? 60 * second : (left % second) + 1,
    );
    const time = new Intl.DateTimeFormat(lang, { dateStyle: 'full', timeStyle: 'short' });
    const save = (): void =>
      saveFile(
        `${fileName(titleOf(room, messages))}.ics`,
        calendarFile(room, startsAt, Date.now()),
        host.ownerDocument,
      );
    return html`
      <div class="message end" part="message">
        <span class="emblem accent">${clockIcon}</span>
        <h2 part="title" aria-level=${host.headingLevel} tabindex="-1" data-focus>
          ${words.scheduledTitle}
        </h2>
        <p part="text">
          <bdi>${titleOf(room, messages)}</bdi><br />
          <time datetime=${new Date(startsAt).toISOString()}>${time.format(startsAt)}</time>
        </p>
        <p class="countdown" part="countdown" role="timer" aria-label=${words.startsIn}>
          ${countdown(left, lang)}
        </p>
        <p part="text">${words.scheduledText}</p>
        <div class="actions">
          ${actionButton({ label: words.addToCalendar, onClick: save }, '')} ${wayBack}
        </div>
      </div>
    `;
  }
}

/**
 * Formats the remaining time: “In 3 days”, and on the last day hours, minutes and seconds:
 * “5:04:09”.
 */
function countdown(left: number, lang: string): string {
  if (left >= day) return new Intl.RelativeTimeFormat(lang).format(Math.round(left / day), 'day');
  const seconds = Math.ceil(left / second);
  const two = (value: number): string => String(value).padStart(2, '0');
  const rest = `${two(Math.floor(seconds / 60) % 60)}:${two(seconds % 60)}`;
  return seconds < 3600 ? rest : `${Math.floor(seconds / 3600)}:${rest}`;
}

/** Turns a title into a file name that any file system accepts. */
function fileName(title: string): string {
  return (
    title
      .replaceAll(/[^\p{L}\p{N} _-]+/gu, ' ')
      .trim()
      .slice(0, 60) || 'call'
  );
}
