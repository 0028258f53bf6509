/**
 * The panels of this package, which are registered when a panel is opened first. Apart from
 * `panels.ts`, so that a call without panels loads neither.
 */
let loadOwn: () => Promise<unknown> = () => Promise.resolve();

/** Says what registers the panels of this package; it loads with the first panel that is opened. */
export function setOwnPanels(load: () => Promise<unknown>): void {
  loadOwn = load;
}

/** Loads what registers the panels of this package. */
export function loadOwnPanels(): Promise<unknown> {
  return loadOwn();
}
