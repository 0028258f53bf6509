import type { ComplexAttributeConverter } from 'lit';
import { PartElement } from './part-element.js';

/**
 * A part with boolean attributes. It declares each with {@link flagAttribute}. The text `false`,
 * which Vue and React 18 write for a binding of false, turns one off, by attribute or by property.
 */
export abstract class SwitchablePartElement extends PartElement {
  protected static override finalize(): void {
    if (Object.hasOwn(this, 'finalized')) return;
    super.finalize();
    for (const [name, { type }] of this.elementProperties) {
      const accessor = Object.getOwnPropertyDescriptor(this.prototype, name);
      if (type !== Boolean || !accessor?.set) continue;
      Object.defineProperty(this.prototype, name, {
        ...accessor,
        set(this: SwitchablePartElement, value: unknown) {
          accessor.set?.call(this, isOn(value));
        },
      });
    }
  }
}

/** The `converter` of a boolean attribute: the accessor converts its text. */
export const flagAttribute: ComplexAttributeConverter = {
  fromAttribute: (value) => value,
};

/** A present attribute turns a flag on, as in HTML, except with the text `false`. */
function isOn(value: unknown): boolean {
  if (typeof value === 'string') return value.trim().toLowerCase() !== 'false';
  return value === true || (typeof value === 'number' && Boolean(value));
}
