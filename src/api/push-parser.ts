import { FfcError } from '../core/errors.js';

/** The most characters of an event. A longer one cannot be from this service. */
const maxLength = 1024 * 1024;

/** The position in a stream from which the next connection continues. */
export interface StreamPosition {
  /** The id of the last event, for the next connection; empty when the service named none. */
  lastEventId: string;
  /** The wait before the next connection that the service asks for, in milliseconds. */
  retry: number;
}

/**
 * Creates a reader of one connection of a `text/event-stream`, by the HTML standard, for bytes in
 * any pieces. Names of events are ignored, as this service gives none. It updates the position. It
 * throws `invalid-response` when an event does not end.
 */
export function createEventParser(
  position: StreamPosition,
  onData: (data: string) => void,
): (bytes: Uint8Array) => void {
  // It also removes the byte order mark, and waits for the rest of a character.
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
    // The second half of a line break, whose first half ended the former piece.
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
