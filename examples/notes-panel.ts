import { registerPanel } from 'ffc-elements/parts';

/**
 * A panel of a page's own: `room.openPanel('notes')` shows a field for notes beside the stage. What
 * was written stays there for the whole call. The page styles it by `ffc-room::part(notes)`.
 */
registerPanel({
  name: 'notes',
  label: ({ lang }) => (lang.startsWith('ja') ? 'メモ' : 'Notes'),
  tag: 'app-notes',
  load: () => import('./app-notes.js'),
  parts: ['notes'],
});
