/** The warning of a missing import. This small chunk loads only then. */
import { warnOnce } from '../../core/logger.js';

/**
 * Tells the author of a subclass, or of a page that imports only the class, what to import: a room
 * shows nothing while its parts are not defined. It warns once.
 */
export function adviseOfParts(): void {
  const tags = ['ffc-prejoin', 'ffc-stage', 'ffc-control-bar'];
  const missing = tags.filter((tag) => !customElements.get(tag));
  if (missing.length === 0) return;
  const names = missing.map((tag) => `<${tag}>`).join(', ');
  warnOnce(
    `<ffc-room>: not everything that a room draws is defined (${names}), so that parts of it stay empty. ` +
      "A class of one's own needs them too: import ffc-elements/define/ffc-room beside it, or set " +
      'FfcRoomElement.loadParts and loadCallParts to what defines them.',
  );
}
