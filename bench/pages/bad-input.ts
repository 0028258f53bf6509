/** A call with scripted services that gets ordinary or bad input. */
import '../../src/define/ffc-room.js';
import '../../src/define/panels.js';
import { createMockServices } from '../../src/mock/index.js';

export type Case = 'message' | 'hands' | 'transcription' | 'metadata';

declare global {
  interface Window {
    badInput: {
      /** Starts the call of a case. Resolves when its work has settled. */
      prepare(name: Case): Promise<void>;
      /** Sends ordinary or bad input. Resolves when it is rendered. */
      send(isBad: boolean): Promise<void>;
    };
  }
}

const pause = (milliseconds = 0): Promise<void> =>
  new Promise((resolve) => setTimeout(resolve, milliseconds));

let sendInput: ((isBad: boolean) => Promise<void>) | undefined;

window.badInput = {
  async prepare(name) {
    const services = createMockServices();
    const { session, channels } = services;
    const room = document.createElement('ffc-room');
    room.style.blockSize = '100vh';
    Object.assign(room, { services, roomId: '1', autoJoin: true, noPersist: true });
    const joined = new Promise<void>((resolve) =>
      room.addEventListener('ffc-state-change', ({ state }) => state === 'connected' && resolve()),
    );
    document.body.replaceChildren(room);
    await joined;
    const people = [
      'ada',
      ...(name === 'hands' ? Array.from({ length: 499 }, (_, n) => `p${n}`) : []),
    ];
    for (const identity of people) {
      session.addParticipant({ identity, name: identity });
      // Each participant joins in a separate task, as with a real network.
      await pause();
    }
    const panel = { message: 'chat', hands: 'participants', transcription: 'captions' } as const;
    await room.openPanel(name === 'metadata' ? 'participants' : panel[name]);
    await pause(2000);
    sendInput = (isBad) => send[name]({ session, channels, people }, isBad);
  },

  async send(isBad) {
    await sendInput?.(isBad);
    await pause(1000);
  },
};

type World = Pick<ReturnType<typeof createMockServices>, 'session' | 'channels'> & {
  readonly people: readonly string[];
};

const send: Readonly<Record<Case, (world: World, isBad: boolean) => Promise<void>>> = {
  async message({ channels }, isBad) {
    for (let count = 0; count < 10; count++) {
      const text = isBad ? 'https://a.example/ <b>x</b>\n'.repeat(3700) : 'Good morning';
      channels.say(1, { appUserId: 'ada', appUserName: 'Ada' }, text);
      await pause(50);
    }
  },
  async hands({ session, people }, isBad) {
    const raising = isBad ? people : people.slice(0, 5);
    for (const [index, identity] of raising.entries()) {
      const hand = { type: 'hand', raised: true, order: index + 1 };
      session.receive(identity, 'ffc.signal', JSON.stringify(hand));
      await pause();
    }
  },
  async transcription({ session }, isBad) {
    for (let count = 0; count < 100; count++) {
      session.transcribe(
        'ada',
        isBad ? '<img src=x onerror=alert(1)>'.repeat(170) : 'Good morning',
      );
      await pause(25);
    }
  },
  async metadata({ session }, isBad) {
    for (let count = 0; count < (isBad ? 100 : 1); count++) {
      session.setMetadata('ada', { appUserId: 'ada', appUserName: `Ada ${count}` });
      await pause(20);
    }
  },
};
