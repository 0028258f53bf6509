import { html, nothing, type TemplateResult } from 'lit';
import type { HelpedBrowser, PrejoinMessages } from '../../i18n/panel-messages.js';
import type { Controls } from '../../state/types.js';

/** Which browser this is. What claims to be several is the more special one. */
export function browserOf(userAgent: string): HelpedBrowser {
  if (/iPhone|iPad|iPod/.test(userAgent)) return 'ios';
  if (/Android/.test(userAgent)) return 'android';
  if (/Firefox\//.test(userAgent)) return 'firefox';
  if (/Chrom(e|ium)\//.test(userAgent)) return 'chrome';
  return /Safari\//.test(userAgent) ? 'safari' : 'other';
}

/** Whether the page that has this one in a frame keeps the device from it: no question comes then. */
function isForbiddenByFrame(device: 'microphone' | 'camera'): boolean {
  if (window.self === window.top) return false;
  const { featurePolicy } = document as Document & {
    readonly featurePolicy?: { readonly allowsFeature: (name: string) => boolean };
  };
  return featurePolicy?.allowsFeature(device) === false;
}

/** Draws the steps that unblock a device in the browser at hand, and a button that tries again. */
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
