import { expect } from '@open-wc/testing';
import { eventually } from '../support/element-suite.js';
import {
  arrive,
  openRoom,
  type RoomBench,
  type RoomBenchOptions,
  shownText,
} from '../support/room-bench.js';

interface PreviewBench extends RoomBench {
  readonly root: ShadowRoot;
  readonly name: HTMLInputElement;
}

async function openPreview(options: RoomBenchOptions = {}): Promise<PreviewBench> {
  const bench = await openRoom('prejoin', options);
  return { ...bench, ...(await previewOf(bench)) };
}

async function previewOf({ room }: RoomBench): Promise<Pick<PreviewBench, 'root' | 'name'>> {
  const prejoin = await eventually(room, () => room.shadowRoot!.querySelector('ffc-prejoin'));
  const root = prejoin.shadowRoot!;
  await eventually(prejoin, () => root.querySelector("[part='greeting']"));
  return { root, name: root.querySelector<HTMLInputElement>('#name')! };
}

function type(field: HTMLInputElement, text: string): void {
  field.value = text;
  field.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

const submit = ({ root }: Pick<PreviewBench, 'root'>): void =>
  root.querySelector('form')!.requestSubmit();

describe('the name in the preview', () => {
  it('is the one from the service, which also appears in the greeting', async () => {
    const bench = await openPreview();
    const own = (await bench.services.member.me()).appUserName!;
    expect(bench.name.value).to.equal(own);
    expect(shownText(bench.root)).to.contain(`Hello, ${own}`);
  });

  it('is the one from the page, if the page sets one', async () => {
    const { name } = await openPreview({ properties: { displayName: 'Dr. Kim' } });
    expect(name.value).to.equal('Dr. Kim');
  });

  it('is shown to others as typed, and is kept for the next join', async () => {
    const bench = await openPreview();
    type(bench.name, '  Captain  ');
    submit(bench);
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal('Captain');
    await bench.room.leave();
    await arrive(bench.room, 'left');
    await bench.room.join();
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal('Captain');
  });

  it('keeps the typed text, however often the preview renders', async () => {
    const bench = await openPreview();
    type(bench.name, 'Cap');
    await bench.room.setCameraEnabled(false);
    bench.room.displayName = 'Somebody';
    await bench.room.updateComplete;
    expect(bench.name.value).to.equal('Cap');
  });

  it('asks for nothing when it was left as it is', async () => {
    const bench = await openPreview();
    const asked = new Promise<string | undefined>((resolve) => {
      bench.room.addEventListener('ffc-join-request', ({ displayName }) => resolve(displayName));
    });
    submit(bench);
    expect(await asked).to.be.undefined;
  });

  it('is that of the page if there is no field for it', async () => {
    const bench = await openRoom('prejoin', {
      properties: { displayName: 'Dr. Kim', noPrejoin: true },
    });
    const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
    const form = await eventually(prejoin, () => prejoin.shadowRoot!.querySelector('form'));
    form.requestSubmit();
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal('Dr. Kim');
  });

  it('goes back to the own one when the field is emptied', async () => {
    const bench = await openPreview({ properties: { displayName: 'Dr. Kim' } });
    const own = (await bench.services.member.me()).appUserName!;
    type(bench.name, ' ');
    submit(bench);
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal(own);
  });
});

describe('the devices in the preview', () => {
  const optionsOf = (root: ShadowRoot): string[] =>
    [...root.querySelectorAll('option')].map(({ text }) => text);

  it('are not reported as missing while the browser asks for permission', async () => {
    let allow = (): void => {};
    const bench = await openPreview({
      session: { devices: { audioinput: [], videoinput: [], audiooutput: [], active: {} } },
      prepare: ({ session }) => {
        allow = session.hold('setCameraEnabled');
      },
    });
    const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
    await eventually(prejoin, () => optionsOf(bench.root).includes('None found'));
    const camera = bench.root.querySelector<HTMLSelectElement>('#videoinput')!;
    expect(camera.options[0]!.text).to.equal('Looking for devices…');
    allow();
    await eventually(prejoin, () => camera.options[0]!.text === 'None found');
  });

  it('is not asked for where the page says that it is its own matter', async () => {
    const bench = await openPreview({
      properties: { noNameField: true, displayName: 'Dr. Kim' },
    });
    expect(bench.name).to.equal(null);
    bench.room.noNameField = false;
    const prejoin = bench.room.shadowRoot!.querySelector('ffc-prejoin')!;
    await eventually(prejoin, () => bench.root.querySelector('#name'));
    bench.room.setAttribute('no-name-field', '');
    await eventually(prejoin, () => !bench.root.querySelector('#name'));
    submit(bench);
    await arrive(bench.room, 'connected');
    expect(bench.room.localParticipant?.name).to.equal('Dr. Kim');
  });

  it('is not asked for where the RTC token carries none', async () => {
    const bench = await openPreview({
      prepare: ({ member }) => void Object.assign(member, { carriesDisplayName: false }),
    });
    expect(bench.name).to.equal(null);
    expect(shownText(bench.root)).not.to.contain('Your name');
    submit(bench);
    await arrive(bench.room, 'connected');
  });
});
