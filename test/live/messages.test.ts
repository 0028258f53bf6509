import { expect } from '@open-wc/testing';
import type { Room } from 'livekit-client';
import type { FfcError } from '../../src/core/errors.js';
import { ask, Stage } from './support/live.js';

describe('messages in a call', () => {
  let stage: Stage;
  beforeEach(() => (stage = new Stage()));
  afterEach(() => stage.end());

  it('go both ways, with their topic and their sender', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ann.until(() => ann.session.participants().length === 2);
    await ann.session.sendText('Hello 안녕', { topic: 'greeting' });
    expect(await ben.hears('data-received')).to.deep.include({
      identity: 'ann',
      topic: 'greeting',
      text: 'Hello 안녕',
    });
    await ben.session.sendData(new Uint8Array([0xff, 0, 1]), { topic: 'bytes', to: ['ann'] });
    const bytes = await ann.hears('data-received');
    expect(bytes).to.include({ identity: 'ben', topic: 'bytes', text: undefined });
    expect([...bytes.data]).to.deep.equal([0xff, 0, 1]);
  });

  it('come from the app’s backend without a sender', async () => {
    const ann = await stage.joined('ann');
    await ask('sendData', { room: stage.room, topic: 'news', text: 'five minutes left' });
    expect(await ann.hears('data-received')).to.include({
      identity: undefined,
      text: 'five minutes left',
    });
  });

  it('are refused when nobody would carry them', async () => {
    const ann = await stage.joined('ann');
    const reason = (sent: Promise<void>): Promise<unknown> =>
      sent.then(
        () => 'sent',
        (error: unknown) => (error as FfcError).reason,
      );
    const { session } = ann;
    expect(await reason(session.sendText('x'.repeat(15_001), { topic: 'a' }))).to.equal(
      'invalid-request',
    );
    expect(await reason(session.sendText('x', { topic: '' }))).to.equal('invalid-request');
    expect(await reason(session.sendText('x', { topic: 'x'.repeat(101) }))).to.equal(
      'invalid-request',
    );
    await session.disconnect();
    expect(await reason(session.sendText('x', { topic: 'a' }))).to.equal('invalid-state');

    const ben = await stage.joined('ben', { grant: { canPublishData: false } });
    expect(await reason(ben.session.sendText('x', { topic: 'a' }))).to.equal('publish-forbidden');
  });

  it('that are too large, or have no topic, are as if they had not come', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ben.until(() => ben.session.participants().length === 2);
    const { localParticipant } = ben.session.liveRoom as Room;
    await localParticipant.publishData(new Uint8Array(15_500), { reliable: true, topic: 'large' });
    await localParticipant.publishData(new Uint8Array(5), { reliable: true });
    await ben.session.sendText('last', { topic: 'last' });
    await ann.hears('data-received');
    expect(ann.all('data-received').map(({ topic }) => topic)).to.deep.equal(['last']);
  });

  it('carry transcriptions', async () => {
    const ann = await stage.joined('ann');
    const ben = await stage.joined('ben');
    await ben.until(() => ben.session.participants().length === 2);
    const { localParticipant } = ben.session.liveRoom as Room;
    await localParticipant.sendText('Good morning', {
      topic: 'lk.transcription',
      attributes: { 'lk.segment_id': 'S1', 'lk.transcription_final': 'true' },
    });
    expect(await ann.hears('transcription')).to.deep.equal({
      identity: 'ben',
      id: 'S1',
      text: 'Good morning',
      isFinal: true,
      language: '',
    });
    await localParticipant.sendText('x'.repeat(20_000), { topic: 'lk.transcription' });
    const long = await ann.hears('transcription', ({ id }) => id !== 'S1');
    expect(long.text).to.have.length(5000);
  });

  it('are accompanied by the metadata of the room', async () => {
    const ann = await stage.joined('ann');
    expect(ann.session.roomInfo).to.deep.equal({ metadata: undefined, isRecording: false });
    await ask('setRoomMetadata', { room: stage.room, metadata: '{"title":"Weekly"}' });
    expect(await ann.hears('room-change')).to.deep.equal({
      metadata: '{"title":"Weekly"}',
      isRecording: false,
    });
    const ben = await stage.joined('ben');
    expect(ben.session.roomInfo.metadata).to.equal('{"title":"Weekly"}');
    await ben.session.disconnect();
    expect(ben.session.roomInfo.metadata).to.equal(undefined);
  });

  it('say that the call is recorded where the metadata of the room do, until they do not', async () => {
    const ann = await stage.joined('ann');
    await ask('setRoomMetadata', { room: stage.room, metadata: '{"isRecording":true}' });
    expect((await ann.hears('room-change')).isRecording).to.equal(true);
    const ben = await stage.joined('ben');
    expect(ben.session.roomInfo.isRecording).to.equal(true);
    ann.forget();
    await ask('setRoomMetadata', { room: stage.room, metadata: '' });
    expect((await ann.hears('room-change')).isRecording).to.equal(false);
    for (const metadata of ['null', '[true]', '{"isRecording":"yes"}', '{"isRecording":tru']) {
      ann.forget();
      await ask('setRoomMetadata', { room: stage.room, metadata });
      expect((await ann.hears('room-change')).isRecording).to.equal(false);
    }
  });
});
