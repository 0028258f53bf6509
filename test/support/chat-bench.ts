import '../../src/define/ffc-chat.js';
import type { FfcChatElement } from '../../src/features/chat/chat.js';
import type { MockServices } from '../../src/mock/index.js';
import type { RoomChat } from '../../src/state/chat-types.js';
import { until } from '../unit/state/room-support.js';
import { eventually, nextMacrotask } from './element-suite.js';
import { joinRoom, type RoomBench, type RoomBenchOptions } from './room-bench.js';

/** A chat in a call with scripted services. */
export interface ChatBench extends RoomBench {
  readonly element: FfcChatElement;
  readonly chat: RoomChat;
  /** The text of the lines that are drawn. */
  readonly lines: () => readonly string[];
  readonly find: (selector: string) => HTMLElement | null;
  readonly field: HTMLTextAreaElement;
  /** Types a text and presses Enter. */
  readonly write: (text: string) => void;
}

export interface ChatBenchOptions extends RoomBenchOptions {
  /** Writes messages before the call. */
  readonly history?: (services: MockServices) => void;
  readonly inlineSize?: number;
}

/** A chat beside its room, once the chat shows the earlier messages. */
export async function createChat(options: ChatBenchOptions = {}): Promise<ChatBench> {
  const { history, inlineSize = 360, properties, ...world } = options;
  const bench = await joinRoom({
    ...world,
    properties: { startMuted: true, startCameraOff: true, ...properties },
    prepare: (services) => {
      world.prepare?.(services);
      history?.(services);
    },
  });
  const { room } = bench;
  const element = document.createElement('ffc-chat');
  Object.assign(element.style, { inlineSize: `${inlineSize}px`, blockSize: '480px' });
  room.append(element);
  const chat = await room.use('chat');
  await until(chat.phase, ({ state }) => state !== 'loading');
  await eventually(element, () => element.shadowRoot!.querySelector('.log, .problem'));
  // This code of the chat loads after its first render.
  await import('../../src/features/chat-later/chat-later.js');
  await nextMacrotask();
  await element.updateComplete;
  const find = (selector: string): HTMLElement | null =>
    element.shadowRoot!.querySelector(selector);
  const field = find('textarea') as HTMLTextAreaElement;
  return {
    ...bench,
    element,
    chat,
    find,
    field,
    lines: () =>
      [...element.shadowRoot!.querySelectorAll('.log .text, .log .line')].map((line) =>
        line.textContent.trim(),
      ),
    write: (text) => {
      type(field, text);
      press(field, { key: 'Enter' });
    },
  };
}

export function type(field: HTMLTextAreaElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true }));
}

/** Presses a key; returns whether the browser's default action is allowed. */
export function press(target: HTMLElement, init: KeyboardEventInit): boolean {
  const options = { bubbles: true, composed: true, cancelable: true, ...init };
  return target.dispatchEvent(new KeyboardEvent('keydown', options));
}
