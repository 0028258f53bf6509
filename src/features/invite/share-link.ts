import { html, nothing, type TemplateResult } from 'lit';
import type { InviteMessages } from '../../i18n/comfort-messages.js';
import { shareIcon } from '../../icons/share.js';
import type { CopyLink } from './copy-link.js';

/** Whether the browser can open the system's share sheet with a link. Most computers have none. */
export function canShareLink(link: string | undefined): link is string {
  // Browsers without the sheet lack these methods, whatever the types say.
  const { canShare, share } = navigator as Partial<Navigator>;
  return !!link && !!share && canShare?.call(navigator, { url: link }) === true;
}

/** Renders the button that opens the share sheet; nothing where there is none. */
export function shareLinkView(
  copy: CopyLink,
  { shareInvite }: InviteMessages,
): TemplateResult | typeof nothing {
  const { link } = copy;
  if (!canShareLink(link)) return nothing;
  return html`<button
    type="button"
    class="button share-link primary"
    part="button"
    @click=${() => void share(link, copy)}
  >
    ${shareIcon}${shareInvite}
  </button>`;
}

async function share(url: string, copy: CopyLink): Promise<void> {
  try {
    await navigator.share({ url });
  } catch (thrown) {
    // The person has closed the sheet. After any other failure, the link can still be copied.
    if ((thrown as Partial<Error>).name !== 'AbortError') await copy.copy(url);
  }
}
