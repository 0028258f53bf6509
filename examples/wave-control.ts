import { svg } from 'lit';
import { type FfcControlElement, registerControl } from 'ffc-elements/parts';

/**
 * A custom control: a button of a bar with `controls="microphone wave leave"`, and the element
 * `<ffc-wave-button>`. The room handles `app-wave` unless a listener of the page cancels the event.
 */
registerControl({
  name: 'wave',
  icon: svg`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M4 11 Q7 4 10 11 T16 11" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>`,
  label: ({ lang }) => (lang.startsWith('ja') ? '手を振る' : 'Wave'),
  state: (room) => ({ pressed: false, disabled: !room.isInCall, pending: false }),
  request: () => new Event('app-wave', { bubbles: true, composed: true, cancelable: true }),
  answers: {
    'app-wave': ({ store }) => store.session?.sendText('hello', { topic: 'app-wave' }),
  },
});

declare global {
  interface HTMLElementTagNameMap {
    'ffc-wave-button': FfcControlElement;
  }
}
