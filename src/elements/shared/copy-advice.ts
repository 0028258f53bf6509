/** The warning of two copies of this package on one page. This chunk loads only then. */
import { warnOnce } from '../../core/logger.js';
import { versions } from '../../core/versions.js';

/** Warns that an element was defined by another copy of this package, which goes on working. */
export function adviseOfCopies(tag: string): void {
  warnOnce(
    `<${tag}> was defined already when ffc-elements ${versions['ffc-elements']} was loaded. The first ` +
      'one stays. Load one copy of the package in one version, by one bundle or one address.',
  );
}
