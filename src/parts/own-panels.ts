/**
 * Loads the module that registers the panels of this package, when a panel is first opened. It is
 * not part of `panels.ts`, so that a call without panels loads neither.
 */
let loadOwn: () => Promise<unknown> = () => Promise.resolve();

/** Sets the loader of the module that registers the panels of this package. */
export function setOwnPanels(load: () => Promise<unknown>): void {
  loadOwn = load;
}

/** Loads the module that registers the panels of this package. */
export function loadOwnPanels(): Promise<unknown> {
  return loadOwn();
}
