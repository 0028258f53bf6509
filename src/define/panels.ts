/**
 * Registers the panels of this package. The element of each loads when the panel is first opened.
 */
import { registerFeature } from '../parts/features.js';
import { type Panel, registeredPanels, registerPanel } from '../parts/panels.js';
import { laterControlWords } from '../locales/en.js';
import { addRoomWords } from '../parts/room-words.js';

addRoomWords(laterControlWords);

registerFeature('waiting', () => import('./ffc-waiting.js'));
registerFeature('captions', () => import('./ffc-captions.js'));

/** Registers a panel, unless the page has registered its own with the same name before. */
function registerOwn(panel: Panel): void {
  if (!registeredPanels.getSnapshot().has(panel.name)) registerPanel(panel);
}

registerOwn({
  name: 'chat',
  label: ({ messages }) => messages.chat,
  tag: 'ffc-chat',
  load: async () => {
    const { FfcChatElement } = await import('../features/chat/chat.js');
    if (!customElements.get('ffc-chat')) customElements.define('ffc-chat', FfcChatElement);
  },
  parts: [
    'chat',
    'chat-log',
    'chat-day',
    'chat-system',
    'chat-message',
    'chat-avatar',
    'chat-author',
    'chat-role',
    'chat-time',
    'chat-text',
    'chat-notice',
    'chat-newest',
    'chat-composer',
    'chat-input',
    'chat-send',
    'button',
  ],
});
registerOwn({
  name: 'participants',
  label: ({ messages }) => messages.people,
  tag: 'ffc-participants',
  load: async () => {
    const { FfcParticipantsElement } = await import('../features/people/participants.js');
    if (!customElements.get('ffc-participants'))
      customElements.define('ffc-participants', FfcParticipantsElement);
  },
  parts: [
    'people',
    'people-search',
    'people-list',
    'people-none',
    'people-observers',
    'person',
    'person-avatar',
    'person-name',
    'person-role',
    'person-states',
    'person-menu',
    'person-choice',
    'person-volume',
    'waiting',
    'waiting-title',
    'waiting-person',
    'waiting-name',
    'invalid',
    'menu',
    'button',
  ],
});
registerOwn({
  name: 'settings',
  label: ({ messages }) => messages.settings,
  tag: 'ffc-settings',
  load: () => import('./ffc-settings.js'),
  parts: [
    'settings',
    'settings-group',
    'settings-title',
    'settings-kept',
    'level',
    'button',
    'input',
  ],
});
registerOwn({
  name: 'captions',
  label: ({ messages }) => messages.captions,
  tag: 'ffc-captions',
  load: () => import('./ffc-captions.js'),
  parts: ['captions', 'caption', 'caption-speaker', 'caption-text', 'captions-none', 'button'],
});
