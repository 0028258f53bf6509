import type * as Code from './tile-extras.js';
import type { TileExtras, TileExtrasOptions } from './tile-extras.js';

/** Once for all tiles of the page. */
let code: typeof Code | undefined;
let loading: Promise<void> | undefined;

/** Loads what a tile can begin without. Never rejects: where it fails, the next tile tries again. */
export function loadTileExtras(): Promise<void> {
  return (loading ??= import('./tile-extras.js').then(
    (module) => void (code = module),
    () => void (loading = undefined),
  ));
}

/** For one tile; undefined until the code has loaded. */
export function newTileExtras(options: TileExtrasOptions): TileExtras | undefined {
  return code && new code.TileExtras(options);
}
