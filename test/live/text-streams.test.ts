import { expect } from '@open-wc/testing';
import type { Room } from 'livekit-client';
import { createCell } from '../../src/core/cell.js';
import { createCallChannel } from '../../src/features/call-text/call-channel.js';
import type { RoomHandle } from '../../src/parts/room-handle.js';
import { type Peer, Stage } from './support/live.js';

interface Chat {
  readonly written: string[];
  readonly send: (text: string) => Promise<void>;
  readonly until: (count: number) => Promise<void>;
}

/** The chat of a room without a channel, over a real session. */
async function createChat({ session }: Peer, signal: AbortSignal): Promise<Chat> {
  const localIdentity = session.participants()[0]?.identity;
  const store = {
    session,
    phase: createCell({ state: 'connected' }),
    roster: createCell({ localIdentity }),
    participant: () => createCell(undefined),
  };
  const { channels, push } = createCallChannel({ store } as unknown as RoomHandle, signal);
  await channels.joinChannel(1);
  const written: string[] = [];
  const waiting = new Set<() => void>();
  push?.subscribe(
    (event) => {
      if (event.type !== 'message') return;
      const { message, channelMember } = event.message;
      written.push(`${channelMember?.appUser.appUserId}: ${message}`);
      for (const look of waiting) look();
    },
    { signal },
  );
  return {
    written,
    send: (text) => channels.sendMessage(1, { message: text }),
    until: (count) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (written.length >= count) resolve();
        };
        waiting.add(look);
        look();
      }),
  };
}

describe('the chat of a room without a channel', () => {
  let stage: Stage;
  let life: AbortController;
  beforeEach(() => {
    stage = new Stage();
    life = new AbortController();
  });
  afterEach(async () => {
    life.abort();
    await stage.end();
  });

  it('goes both ways by LiveKit’s text streams, and to any other chat of LiveKit', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    const other = await stage.joined('other');
    await other.until(() => other.session.participants().length === 3);
    await ann.until(() => ann.session.participants().length === 3);
    const annWrites = await createChat(ann, life.signal);
    const benWrites = await createChat(ben, life.signal);
    const plain = other.session.liveRoom as Room;
    const heard = new Promise<string>((resolve) =>
      plain.registerTextStreamHandler('lk.chat', (reader) => void reader.readAll().then(resolve)),
    );
    await annWrites.send('안녕 Hello');
    await benWrites.until(1);
    expect(await heard).to.equal('안녕 Hello');
    await benWrites.send('Hi');
    await annWrites.until(2);
    await plain.localParticipant.sendText('From elsewhere', { topic: 'lk.chat' });
    await Promise.all([annWrites.until(3), benWrites.until(3)]);
    const all = ['ann: 안녕 Hello', 'ben: Hi', 'other: From elsewhere'];
    expect(annWrites.written).to.deep.equal(all);
    expect(benWrites.written).to.deep.equal(all);
  });

  it('takes no more of a huge text than a message may have', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ben.until(() => ben.session.participants().length === 2);
    await ann.until(() => ann.session.participants().length === 2);
    const chat = await createChat(ann, life.signal);
    const { localParticipant } = ben.session.liveRoom as Room;
    await localParticipant.sendText('x'.repeat(100_000), { topic: 'lk.chat' });
    await chat.until(1);
    expect(chat.written[0]?.length).to.equal('ben: '.length + 5000);
  });

  it('leaves the streams to a page that reads them itself', async () => {
    const ann = await stage.joined('ann');
    const room = ann.session.liveRoom as Room;
    room.registerTextStreamHandler('lk.chat', () => {});
    const chat = await createChat(ann, life.signal);
    await chat.send('Still sent');
    expect(chat.written).to.deep.equal(['ann: Still sent']);
  });
});
