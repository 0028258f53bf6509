/** Loads only where two copies of this package are on one page: it is a chunk of its own. */
import { warnOnce } from '../../core/logger.js';
import { versions } from '../../core/versions.js';

/** Tells that an element is the one of another copy, which goes on to work. */
export function adviseOfCopies(tag: string): void {
  warnOnce(
    `<${tag}> was defined already when ffc-elements ${versions['ffc-elements']} was loaded. The first ` +
      'one stays. Load one copy of the package in one version, by one bundle or one address.',
  );
}
