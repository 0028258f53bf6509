import { noChange, type ElementPart } from 'lit';
import { Directive, directive, PartType, type PartInfo } from 'lit/directive.js';

/** CSS properties, custom ones included, by their names in CSS. */
export type CssProps = Readonly<Record<string, string>>;

class CssPropsDirective extends Directive {
  readonly #written = new Map<string, string>();

  constructor(part: PartInfo) {
    super(part);
    if (part.type !== PartType.ELEMENT) throw new TypeError('cssProps() stands in a tag itself.');
  }

  override render(props: CssProps): unknown {
    // Renders nothing on a server, which has no CSSOM.
    return props && noChange;
  }

  override update(part: ElementPart, [props]: [CssProps]): unknown {
    const { style } = part.element as HTMLElement;
    for (const name of this.#written.keys()) {
      if (Object.hasOwn(props, name)) continue;
      style.removeProperty(name);
      this.#written.delete(name);
    }
    for (const [name, value] of Object.entries(props)) {
      if (this.#written.get(name) === value) continue;
      style.setProperty(name, value);
      this.#written.set(name, value);
    }
    return noChange;
  }
}

/**
 * Sets CSS properties on its element: `<div ${cssProps({ '--_hue': '120' })}>`. It always uses the
 * CSSOM. The first rendering of `styleMap` would write a `style` attribute, which a page's
 * `style-src 'self'` blocks.
 */
export const cssProps = directive(CssPropsDirective);
