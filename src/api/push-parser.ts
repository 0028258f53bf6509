import { FfcError } from '../core/errors.js';

/** Characters of one event beyond which this is no stream of this service. */
const maxLength = 1024 * 1024;

/** The state of a stream that the next connection goes on from. */
export interface StreamPosition {
  /** The id of the last event, for the next connection; empty when the service named none. */
  lastEventId: string;
  /** The wait before the next connection that the service asks for, in milliseconds. */
  retry: number;
}

/**
 * Makes a reader of one connection of a `text/event-stream`, in whatever pieces its bytes come,
 * as the HTML standard has it; names of events are not kept, as this service gives none. The
 * position moves along. What is read throws `invalid-response` when an event does not end.
 */
export function createEventParser(
  position: StreamPosition,
  onData: (data: string) => void,
): (bytes: Uint8Array) => void {
  // Also takes away the byte order mark, and waits for the rest of a character.
  const decoder = new TextDecoder();
  let rest = '';
  let data: string | undefined;
  let id = position.lastEventId;
  let afterCarriageReturn = false;

  function take(line: string): void {
    if (!line) {
      const whole = data;
      data = undefined;
      position.lastEventId = id;
      if (whole !== undefined) onData(whole);
      return;
    }
    const [field] = line.split(':', 1);
    const value = line.replace(/^[^:]*:? ?/, '');
    if (field === 'data') data = data === undefined ? value : `${data}\n${value}`;
    if (field === 'id' && !value.includes('\0')) id = value;
    if (field === 'retry' && /^\d+$/.test(value)) position.retry = Number(value);
  }

  return (bytes) => {
    let text = decoder.decode(bytes, { stream: true });
    if (!text) return;
    // The second half of a line's end, whose first half ended the piece before.
    if (afterCarriageReturn) text = text.replace(/^\n/, '');
    afterCarriageReturn = text.endsWith('\r');
    const lines = (rest + text).split(/\r\n?|\n/);
    rest = lines.pop() ?? '';
    lines.forEach(take);
    if (rest.length + (data?.length ?? 0) > maxLength) {
      throw new FfcError({
        reason: 'invalid-response',
        stage: 'api',
        message: 'An event does not end.',
      });
    }
  };
}
