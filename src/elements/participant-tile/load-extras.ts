import type * as Code from './tile-extras.js';
import type { TileExtras, TileExtrasOptions } from './tile-extras.js';

/** The module, loaded once for all tiles of the page. */
let code: typeof Code | undefined;
let loading: Promise<void> | undefined;

/**
 * Loads the signs, which a first rendering does not need. Never rejects: after a failure the next
 * tile tries again.
 */
export function loadTileExtras(): Promise<void> {
  return (loading ??= import('./tile-extras.js').then(
    (module) => void (code = module),
    () => void (loading = undefined),
  ));
}

/** Creates the extras of one tile; undefined until the code has loaded. */
export function newTileExtras(options: TileExtrasOptions): TileExtras | undefined {
  return code && new code.TileExtras(options);
}
