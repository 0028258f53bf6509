import { expect } from '@open-wc/testing';
import type { FfcRoomElement } from '../../src/elements/room/room.js';
import { eventually, nextEvent } from '../support/element-suite.js';
import { arrive, createRoom, joinRoom, openRoom, shownText } from '../support/room-bench.js';

const sources = (room: FfcRoomElement): string[] =>
  (room.localParticipant?.tracks ?? []).map(({ source }) => source);
const controlNames = (room: FfcRoomElement): (string | undefined)[] => {
  const bar = room.shadowRoot!.querySelector('ffc-control-bar');
  const controls = bar?.shadowRoot?.querySelectorAll<HTMLElement>('.control') ?? [];
  return [...controls].map(({ dataset }) => dataset['control']);
};

/** A room from markup, without mock services. */
async function fromMarkup(markup: string): Promise<FfcRoomElement> {
  const page = new DOMParser().parseFromString(markup, 'text/html');
  const room = document.importNode(page.querySelector('ffc-room')!, true);
  customElements.upgrade(room);
  room.noPersist = true;
  const failed = nextEvent(room, 'ffc-error');
  document.body.append(room);
  await failed;
  await room.updateComplete;
  return room;
}

describe('<ffc-room> attributes', () => {
  it('map to properties of the same names', () => {
    const room = document.createElement('ffc-room');
    const values = {
      endpoint: 'sandbox',
      'room-id': '7',
      'token-url': '/token',
      'display-name': 'Mina',
      'auto-subscribe': 'off',
      'max-tiles': '4',
      controls: 'leave',
      theme: 'dark',
      announce: 'none',
    };
    const flags = [
      'auto-join',
      'no-prejoin',
      'start-muted',
      'start-camera-off',
      'hide-self',
      'data-saver',
      'no-persist',
    ];
    for (const [name, value] of Object.entries(values)) room.setAttribute(name, value);
    for (const name of flags) room.setAttribute(name, '');
    expect(room).to.include({
      endpoint: 'sandbox',
      roomId: '7',
      tokenUrl: '/token',
      displayName: 'Mina',
      autoSubscribe: 'off',
      maxTiles: 4,
      controls: 'leave',
      theme: 'dark',
      announce: 'none',
      autoJoin: true,
      noPrejoin: true,
      startMuted: true,
      startCameraOff: true,
      hideSelf: true,
      dataSaver: true,
      noPersist: true,
    });
  });

  for (const [markup, reason] of [
    ['<ffc-room></ffc-room>', 'missing-endpoint'],
    ['<ffc-room room-id="1" endpoint="ftp://x" token-url="/t"></ffc-room>', 'invalid-endpoint'],
    ['<ffc-room room-id="1" endpoint="sandbox"></ffc-room>', 'missing-token-source'],
    [
      '<ffc-room room-id="1" endpoint="sandbox" token-url="https://elsewhere.example/t"></ffc-room>',
      'invalid-token-url',
    ],
    [
      '<ffc-room room-id="1" endpoint="sandbox" token-url="/t" rooms-url="//elsewhere.example/r"></ffc-room>',
      'invalid-rooms-url',
    ],
  ] as const) {
    it(`${reason} is shown on the element, and told`, async () => {
      const room = await fromMarkup(markup);
      expect(room.state).to.equal('failed');
      expect(room.error).to.include({ reason, stage: 'setup' });
      expect(shownText(room.shadowRoot!)).to.contain('For the page’s author');
      await expect(room).to.be.accessible();
      room.remove();
    });
  }

  it('endpoint and token source may come later, and the room opens then', async () => {
    const room = await fromMarkup('<ffc-room room-id="1"></ffc-room>');
    const { services } = createRoom({ properties: { roomId: undefined } });
    room.services = services;
    await arrive(room, 'prejoin');
    room.remove();
  });

  it('room-id opens another room, and ends the one before', async () => {
    const { room, services } = await joinRoom();
    const first = services.session;
    room.roomId = '2';
    await arrive(room, 'connected');
    expect(services.session).not.to.equal(first);
    expect(first.listeners).to.equal(0);
    room.roomId = undefined;
    await arrive(room, 'idle');
    expect(services.session.listeners).to.equal(0);
  });

  it('several changes at once open one room once', async () => {
    const { room, services } = await openRoom('prejoin');
    const before = services.service.calls.getRoom!;
    room.endpoint = 'sandbox';
    room.tokenProvider = () => 'token';
    room.roomId = '2';
    await room.updateComplete;
    await arrive(room, 'prejoin');
    expect(services.service.calls.getRoom).to.equal(before + 1);
  });

  it('another tokenProvider, as frameworks make one at each rendering, does not drop a call', async () => {
    const { room, services } = await joinRoom();
    const { session } = services;
    room.tokenProvider = () => 'token';
    await room.updateComplete;
    expect(room.state).to.equal('connected');
    expect(services.session).to.equal(session);
  });

  it('no-prejoin shows title and Join, and leaves devices alone until then', async () => {
    const { room } = await openRoom('prejoin', { properties: { noPrejoin: true } });
    const prejoin = room.shadowRoot!.querySelector('ffc-prejoin')!;
    await prejoin.updateComplete;
    expect(shownText(prejoin.shadowRoot!)).to.contain('Weekly design review');
    expect(prejoin.shadowRoot!.querySelector('video, select, input')).to.equal(null);
    expect(room.room).to.equal(undefined);
    await expect(prejoin).to.be.accessible();
    prejoin.shadowRoot!.querySelector('button')!.click();
    await arrive(room, 'connected');
    await eventually(room, () => sources(room).length === 2);
  });

  it('start-muted and start-camera-off keep the devices off', async () => {
    const { room } = await joinRoom({ properties: { startMuted: true, startCameraOff: true } });
    expect(sources(room)).to.deep.equal([]);
  });

  it('display-name is the name that others see', async () => {
    const { room } = await joinRoom({ properties: { displayName: 'Dr. Kim' } });
    expect(room.localParticipant?.name).to.equal('Dr. Kim');
  });

  it('controls chooses and orders the buttons, and ignores unknown names', async () => {
    const { room } = await joinRoom({ properties: { controls: 'leave microphone karaoke' } });
    await eventually(room, () => controlNames(room).length > 0);
    expect(controlNames(room)).to.deep.equal(['leave', 'microphone']);
    room.controls = 'camera';
    await room.updateComplete;
    await room.shadowRoot!.querySelector('ffc-control-bar')!.updateComplete;
    expect(controlNames(room)).to.deep.equal(['camera']);
  });

  it('auto-subscribe="off" subscribes to no track until the page asks for it', async () => {
    const { room } = await joinRoom({
      properties: { autoSubscribe: 'off' },
      prepare: ({ session }) => void session.addParticipant({ identity: 'noor' }),
    });
    const track = room.participants.find(({ identity }) => identity === 'noor')!.tracks[0]!;
    expect(track.isSubscribed).to.equal(false);
    const subscribed = nextEvent(room, 'ffc-track-subscribed');
    await room.setSubscribed(track.sid, true);
    expect((await subscribed).track.sid).to.equal(track.sid);
  });

  it('messages puts other words in the place of single ones, errors one by one too', async () => {
    const { room } = await openRoom('idle', {
      properties: { roomId: undefined, messages: { idleTitle: 'Which consultation?' } },
    });
    expect(shownText(room.shadowRoot!)).to.contain('Which consultation?');
    expect(shownText(room.shadowRoot!)).to.contain('Pick a room');
  });

  it('two rooms on one page speak two languages', async () => {
    const english = await openRoom('idle', { properties: { roomId: undefined } });
    const korean = await openRoom('idle', { properties: { roomId: undefined, lang: 'ko' } });
    await eventually(korean.room, () =>
      shownText(korean.room.shadowRoot!).includes('비디오룸을 선택해 주세요'),
    );
    expect(shownText(english.room.shadowRoot!)).to.contain('Choose a room');
  });

  it('theme chooses the colours, independent of the system', async () => {
    const { room } = await openRoom('idle', { properties: { roomId: undefined, theme: 'dark' } });
    const dark = getComputedStyle(room).backgroundColor;
    room.theme = 'light';
    await room.updateComplete;
    expect(getComputedStyle(room).backgroundColor).not.to.equal(dark);
  });
});
