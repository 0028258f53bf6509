import { html, nothing, type TemplateResult } from 'lit';
import type { HelpedBrowser, PrejoinMessages } from '../../i18n/panel-messages.js';
import type { Controls } from '../../state/types.js';

/** Detects the browser. Of several names in a user agent, the most specific one counts. */
export function browserOf(userAgent: string): HelpedBrowser {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox/.test(userAgent)) return 'firefox';
  if (/Chrom/.test(userAgent)) return 'chrome';
  return /Safari/.test(userAgent) ? 'safari' : 'other';
}

/** Whether the page around this frame forbids the device: then the browser does not ask. */
function isForbiddenByFrame(device: 'microphone' | 'camera'): boolean {
  if (window === window.parent) return false;
  const { featurePolicy } = document as Document & {
    readonly featurePolicy?: { readonly allowsFeature: (name: string) => boolean };
  };
  return featurePolicy?.allowsFeature(device) === false;
}

/** Renders the steps that allow a device in this browser, and a button to try again. */
export function permissionHelp(
  messages: PrejoinMessages,
  { microphone, camera }: Pick<Controls, 'microphone' | 'camera'>,
  onRetry: () => void,
): TemplateResult | typeof nothing {
  const denied = Object.entries({ microphone, camera })
    .filter(([, { error }]) => error?.reason === 'device-denied')
    .map(([name]) => name as 'microphone' | 'camera');
  if (denied.length === 0) return nothing;
  const steps = denied.some(isForbiddenByFrame)
    ? messages.prejoinFrameHelp
    : messages.prejoinPermissionHelp(browserOf(navigator.userAgent));
  return html`
    <li class="help" part="permission-help">
      <span>${steps}</span>
      <button type="button" class="button" part="button" @click=${onRetry}>
        ${messages.prejoinTryDevices}
      </button>
    </li>
  `;
}
