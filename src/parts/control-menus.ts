import type * as Code from './control-menu.js';

let code: typeof Code | undefined;

/** What draws menus, once something on the page has needed it. */
export function loadedMenus(): typeof Code | undefined {
  return code;
}

/** Rejects when the code cannot be had; the next call tries again. */
export async function loadMenus(): Promise<typeof Code> {
  return (code ??= await import('./control-menu.js'));
}
