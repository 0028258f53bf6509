import type { PropertyDeclarations } from 'lit';
import { BaseElement } from './base-element.js';

/** An element that belongs to a room: inside `<ffc-room>`, or anywhere by `for` or `forElement`. */
export abstract class PartElement extends BaseElement {
  // Not by decorators: their helpers would be more than this.
  static override properties: PropertyDeclarations = {
    htmlFor: { attribute: 'for' },
    forElement: { attribute: false },
  };

  /** The id of the `<ffc-room>`, for an element that stands outside of it (attribute `for`). */
  htmlFor: string | undefined;

  /** The `<ffc-room>` itself, for one that an id does not reach; goes before `htmlFor`. */
  forElement: Element | null | undefined;
}
