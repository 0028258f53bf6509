import { registerPanel } from 'ffc-elements/parts';

/**
 * A custom panel: `room.openPanel('notes')` opens a field for notes beside the stage. The notes
 * stay for the whole call. The page styles the field with `ffc-room::part(notes)`.
 */
registerPanel({
  name: 'notes',
  label: ({ lang }) => (lang.startsWith('ja') ? 'メモ' : 'Notes'),
  tag: 'app-notes',
  load: () => import('./app-notes.js'),
  parts: ['notes'],
});
