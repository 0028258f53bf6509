/** Loads only where a page's author made a mistake: it is a chunk of its own, whatever its size. */
import { warnOnce } from '../../core/logger.js';
import type { Converter, FfcElement } from './converters.js';

/**
 * Tells the author of a page once of each attribute that is a property's name without its capitals:
 * HTML writes `tokenProvider` so, and templates do with what they cannot set. Nothing reads it.
 */
export function adviseOfAttributes(element: FfcElement): void {
  const { elementProperties, observedAttributes } = element.constructor as typeof FfcElement;
  for (const [name, { attribute, converter }] of elementProperties) {
    const property = String(name);
    const written = property.toLowerCase();
    if (!element.hasAttribute(written) || observedAttributes.includes(written)) continue;
    const isByScript = (converter as Partial<Converter> | undefined)?.kind?.byScript;
    warnOnce(
      `<${element.localName}>: nothing reads the attribute "${written}". ` +
        (isByScript
          ? `Set \`.${property}\`, in Vue \`:${property}.prop\`.`
          : `Write \`${String(attribute)}\`.`),
    );
  }
}
