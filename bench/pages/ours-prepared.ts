/** `<ffc-room>` with its preview, in which the person presses Join once the room has warmed up. */
import '../../src/define/all.js';
import { offer } from './page.js';
import { createRoom } from './room.js';

let room: HTMLElement | undefined;

offer({
  async prepare(call, stage) {
    stage.append((room = createRoom(call)));
    // The preview fetches the media token, and then asks the media server for an answer.
    await requested((name) => name.endsWith('/web-rtc-tokens'));
    await requested((name, type) => type === 'fetch' && !name.startsWith(call.endpoint));
  },
  start() {
    const preview = room?.shadowRoot?.querySelector('ffc-prejoin');
    const button = preview?.shadowRoot?.querySelector<HTMLElement>('.join');
    if (!button) throw new Error('The preview has no button to join.');
    button.click();
  },
});

/** Resolves once the page has the answer to such a request. */
function requested(matches: (name: string, type: string) => boolean): Promise<void> {
  return new Promise((resolve) => {
    new PerformanceObserver((list, observer) => {
      const entries = list.getEntries() as PerformanceResourceTiming[];
      if (!entries.some(({ name, initiatorType }) => matches(name, initiatorType))) return;
      observer.disconnect();
      resolve();
    }).observe({ type: 'resource', buffered: true });
  });
}
