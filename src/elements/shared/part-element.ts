import type { PropertyDeclarations } from 'lit';
import { elementReference, FfcElement, text } from './converters.js';

/** An element that belongs to a room: inside `<ffc-room>`, or anywhere by `for` or `forElement`. */
export abstract class FfcPartElement extends FfcElement {
  // Without decorators: their helpers would be a hundredth of the code that a preview loads.
  static override properties: PropertyDeclarations = {
    htmlFor: { converter: text(), attribute: 'for' },
    forElement: { converter: elementReference, attribute: false },
  };

  /** The id of the `<ffc-room>`, for an element outside of it (attribute `for`). */
  htmlFor: string | undefined;

  /**
   * The `<ffc-room>` itself, for an element that an id cannot reach. It takes precedence over
   * `htmlFor`.
   */
  forElement: Element | null | undefined;
}
