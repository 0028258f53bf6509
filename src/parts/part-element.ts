import type { PropertyDeclarations } from 'lit';
import { BaseElement } from './base-element.js';

/** An element that belongs to a room: inside `<ffc-room>`, or anywhere by `for` or `forElement`. */
export abstract class PartElement extends BaseElement {
  // Without decorators: their helpers would be larger than this code.
  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for' },
    forElement: { attribute: false },
  };

  /** The id of the `<ffc-room>`, for an element outside of it (attribute `for`). */
  htmlFor: string | undefined;

  /**
   * The `<ffc-room>` itself, for an element that an id cannot reach. It takes precedence over
   * `htmlFor`.
   */
  forElement: Element | null | undefined;
}
