import { html, type TemplateResult } from 'lit';
import { peopleIcon } from '../../icons/people.js';
import type { LayoutRect, Place } from '../../parts/layouts.js';
import { cssProps, type CssProps } from '../shared/css-props.js';
import { tileParts } from '../shared/call-part-names.js';
import { exportParts } from '../shared/part-names.js';

/** Whether an item is the slot `screen`, not a tile. */
export function isSlot({ item }: Place): boolean {
  return item.kind === 'slot';
}

/** The key of a tile, for `repeat`. */
export function keyOf({ item: { source, identity } }: Place): string {
  return `${source} ${identity}`;
}

/** Renders the buttons of a tile, once their code has loaded. */
interface TileExtras {
  readonly actions: (place: Place) => unknown;
}

export function tileView(place: Place, extras: TileExtras | undefined): TemplateResult {
  const { item, isFloating, isFixed, ...rect } = place;
  const { identity, source } = item;
  return html`<ffc-participant-tile
    class=${isFloating ? 'floating' : isFixed ? 'fixed' : ''}
    role="listitem"
    identity=${identity}
    source=${source}
    exportparts=${exportParts(tileParts)}
    ${cssProps(placeOf(rect))}
    >${extras?.actions(place)}</ffc-participant-tile
  >`;
}

/**
 * Renders the slot `screen`. It is always rendered, so that the page's element keeps its state and
 * the focus. Without a place it is hidden.
 */
export function slotView(
  place: Place | undefined,
  onChange: (event: Event) => void,
): TemplateResult {
  return html`<div
    class="screen"
    part="screen-slot"
    ?hidden=${!place}
    ${cssProps(place ? placeOf(place) : {})}
  >
    <slot name="screen" @slotchange=${onChange}></slot>
  </div>`;
}

export function messageView(text: string): TemplateResult {
  return html`<p class="message" part="message">${peopleIcon}${text}</p>`;
}

export function placeOf({ x, y, ...size }: LayoutRect): CssProps {
  return {
    'inset-inline-start': `${x}px`,
    'inset-block-start': `${y}px`,
    ...sizeOf(size),
  };
}

export function sizeOf({ width, height }: Pick<LayoutRect, 'width' | 'height'>): CssProps {
  return { 'inline-size': `${width}px`, 'block-size': `${height}px` };
}
