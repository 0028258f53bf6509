import type { Meta, StoryObj } from '@storybook/web-components-vite';
import { html, type TemplateResult } from 'lit';
import { createMockServices, type MockServices } from '../src/mock/index.js';
import { partAnatomy } from './part-scene.js';
import { drawn, elementIn, failure, roomState } from './support.js';

interface Args {
  readonly lang: 'en' | 'ko';
  readonly theme: 'light' | 'dark';
}

type Story = StoryObj<Args>;

const jun = { appUserId: 'jun', appUserName: 'Jun Park' };
const seo = { appUserId: 'seo', appUserName: '이서준' };
const kwame = { appUserId: 'kwame', appUserName: 'Kwame Mensah' };
const day = 24 * 3_600_000;

/** A call with its chat open, in which the other participants have written messages. */
function call(write: (services: MockServices, at: (time: number) => void) => void) {
  return ({ lang, theme }: Args): TemplateResult => {
    let now = Date.now();
    const services = createMockServices({
      session: { local: { identity: 'me', name: 'Mina' } },
      service: { now: () => now },
    });
    services.session.crowd(4);
    write(services, (time) => (now = Date.now() + time));
    now = Date.now();
    const room = document.createElement('ffc-room');
    Object.assign(room, { services, theme, lang, noPersist: true, autoJoin: true, roomId: '1' });
    room.addEventListener('ffc-state-change', ({ state }) => {
      if (state === 'connected') void room.openPanel('chat');
    });
    return html`<div class="ffc-story-stage">${room}</div>`;
  };
}

async function open(canvas: HTMLElement): Promise<HTMLElement> {
  await roomState(canvas, 'connected');
  const room = elementIn(canvas, 'ffc-room');
  const chat = await drawn(room, 'ffc-chat');
  await drawn(chat, '.message, .empty strong, .problem');
  return chat;
}

const meta: Meta<Args> = {
  title: 'ffc-chat',
  component: 'ffc-chat',
  args: { lang: 'en', theme: 'light' },
  argTypes: {
    lang: { control: 'inline-radio', options: ['en', 'ko'] },
    theme: { control: 'inline-radio', options: ['light', 'dark'] },
  },
  render: call(conversation),
  play: async ({ canvasElement }) => {
    await open(canvasElement);
  },
};
export default meta;

export const Anatomy = partAnatomy('ffc-chat', {
  frame: 'panel',
  act: (services) => conversation(services, () => {}),
});

function conversation({ channels }: MockServices, at: (time: number) => void): void {
  at(-day);
  channels.say(1, kwame, 'I put the notes of last week into the document.');
  at(-20 * 60_000);
  channels.say(1, jun, 'The new flow is here: https://figma.example/flow');
  channels.say(1, jun, 'Have a look before we start.');
  at(-12 * 60_000);
  channels.say(
    1,
    seo,
    '두 번째 화면에서 버튼 위치가 조금 어색해 보여요. 오른쪽 아래로 옮기면 어떨까요?',
  );
  at(-60_000);
  void channels.setAsOperator(1, 'kwame').then(
    () => channels.say(1, kwame, 'Agreed, I’ll move it after the call.'),
    () => {},
  );
}

export const Conversation: Story = {};
export const Dark: Story = { args: { theme: 'dark' } };
export const Korean: Story = { args: { lang: 'ko' } };
export const KoreanDark: Story = { args: { lang: 'ko', theme: 'dark' } };
export const Empty: Story = { render: call(() => {}) };

export const LongTexts: Story = {
  render: call(({ channels }) => {
    channels.say(1, jun, 'A word without end: ' + 'x'.repeat(300));
    channels.say(1, seo, 'One line\nafter the other\n'.repeat(30));
    channels.say(1, kwame, '<b>Markup</b> is text. '.repeat(200));
  }),
};

export const NotSent: Story = {
  render: call((services) => {
    conversation(services, () => {});
    services.channels.failNext('sendMessage', failure('network', 'api', { retryable: true }));
  }),
  play: async ({ canvasElement }) => {
    const chat = await open(canvasElement);
    const room = elementIn(canvasElement, 'ffc-room');
    // The chat shows the failure beside the message.
    await room.sendMessage('Can everybody see my screen?').catch(() => {});
    await drawn(chat, '.outgoing .invalid');
  },
};

export const DoesNotLoad: Story = {
  render: call(({ channels }) =>
    channels.failNext('joinChannel', failure('network', 'api', { retryable: true })),
  ),
};

/** Notes between the messages name the people who join and leave. */
export const ComingAndGoing: Story = {
  play: async ({ canvasElement }) => {
    const chat = await open(canvasElement);
    const { session } = elementIn(canvasElement, 'ffc-room').services as MockServices;
    const come = (): void => {
      const isIn = session.participants().some(({ identity }) => identity === 'noor');
      if (isIn) session.removeParticipant('noor');
      else session.addParticipant({ identity: 'noor', name: 'نور الحداد' });
    };
    // The code of these notes loads after the messages, so the first joins may go unnoticed.
    come();
    const again = setInterval(come, 200);
    await drawn(chat, '[part=chat-system]').finally(() => clearInterval(again));
  },
};
