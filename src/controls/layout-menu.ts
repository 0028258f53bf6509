import { html, type TemplateResult } from 'lit';
import { FfcLayoutRequestEvent } from '../events/request-events.js';
import { stageWords } from '../locales/en.js';
import type { StageMessages } from '../i18n/stage-messages.js';
import { icon, svg } from '../icons/icon.js';
import { layoutIcon } from '../icons/layout.js';
import type { ControlMenuContext } from '../parts/controls.js';
import { registeredLayouts } from '../parts/layouts.js';
import { dispatchRequest } from '../parts/request.js';
import { mergeWords, wordsIn } from '../parts/words.js';

const automaticIcon = icon(
  svg`<path d="M12 3.5 13.9 9l5.6 2-5.6 2L12 18.5 10.1 13l-5.6-2 5.6-2z" />`,
);
const fixedGridIcon = icon(
  svg`<rect x="3.5" y="4" width="7.5" height="7" rx="1.5" /><rect x="13" y="4" width="7.5" height="7" rx="1.5" /><rect x="3.5" y="13" width="7.5" height="7" rx="1.5" />`,
);
const scrollIcon = icon(
  svg`<rect x="7" y="6" width="10" height="12" rx="1.5" /><path d="M3 8v8M21 8v8" />`,
);
const focusedIcon = icon(
  svg`<rect x="3" y="5" width="12" height="14" rx="2" /><path d="M18 6h3M18 12h3M18 18h3" />`,
);

/** An entry of the menu: a layout, or the room's own choice. */
interface Choice {
  readonly label: string;
  readonly icon: TemplateResult;
  readonly isChosen: boolean;
  readonly request: () => FfcLayoutRequestEvent;
}

/** Renders the menu: the built-in layouts, those of the page, and the room's own choice. */
export function layoutMenu({ room, lang, redraw }: ControlMenuContext): TemplateResult {
  const { now, later } = wordsIn({ group: 'panels', en: stageWords }, lang);
  void later?.then(redraw);
  const words = mergeWords(now, room.options.getSnapshot().messages);
  return html`${choices(words, room.view.state.getSnapshot(), lang).map(
    (choice) => html`
      <button
        type="button"
        class="button ${choice.isChosen ? 'primary' : 'quiet'}"
        part="input"
        aria-pressed=${choice.isChosen}
        @click=${(event: Event) => {
          const button = event.currentTarget as HTMLElement;
          button.closest<HTMLElement>('[popover]')?.hidePopover();
          dispatchRequest(button, room, choice.request());
        }}
      >
        ${choice.icon}<span>${choice.label}</span>
      </button>
    `,
  )}`;
}

function choices(
  words: StageMessages,
  { layout, mode }: { readonly layout: string; readonly mode: string },
  lang: string,
): readonly Choice[] {
  const own = [...registeredLayouts()].map(
    ([name, { label }]) => [name, label?.({ lang }) ?? name, layoutIcon] as const,
  );
  const known = [
    ['grid', words.layoutGrid, layoutIcon],
    ['fixed-grid', words.layoutFixedGrid, fixedGridIcon],
    ['scroll', words.layoutScroll, scrollIcon],
    ['focused', words.layoutFocused, focusedIcon],
  ] as const;
  const all = [...known.filter(([name]) => !registeredLayouts().has(name)), ...own];
  const isAutomatic = mode === 'automatic';
  const current = all.find(([name]) => name === layout)?.[1];
  return [
    {
      label: isAutomatic && current ? words.layoutAutomaticNow(current) : words.layoutAutomatic,
      icon: automaticIcon,
      isChosen: isAutomatic,
      request: () => new FfcLayoutRequestEvent({ mode: 'automatic' }),
    },
    ...all.map(([name, label, picture]) => ({
      label,
      icon: picture,
      isChosen: !isAutomatic && name === layout,
      request: () => new FfcLayoutRequestEvent({ layout: name }),
    })),
  ];
}
