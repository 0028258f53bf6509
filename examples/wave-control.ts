import { svg } from 'lit';
import { type FfcControlElement, registerControl } from 'ffc-elements/parts';

/**
 * A control of a page's own: drawn where `controls="microphone wave leave"` names it, and alone as
 * `<ffc-wave-button>`. The page hears `app-wave` on the room.
 */
registerControl({
  name: 'wave',
  icon: svg`<svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
    <path d="M4 11 Q7 4 10 11 T16 11" fill="none" stroke="currentColor" stroke-width="2" />
  </svg>`,
  label: ({ lang }) => (lang.startsWith('ja') ? '手を振る' : 'Wave'),
  state: (room) => ({ pressed: false, disabled: !room.isInCall, pending: false }),
  request: (room) =>
    room.host.dispatchEvent(new Event('app-wave', { bubbles: true, composed: true })),
});

declare global {
  interface HTMLElementTagNameMap {
    'ffc-wave-button': FfcControlElement;
  }
}
