import type * as Code from './control-menu.js';

let code: typeof Code | undefined;

/**
 * The module that renders the menus of controls; undefined until it has loaded with the first menu.
 */
export function loadedMenus(): typeof Code | undefined {
  return code;
}

/** Loads that module. Rejects when the load fails; the next call tries again. */
export async function loadMenus(): Promise<typeof Code> {
  return (code ??= await import('./control-menu.js'));
}
