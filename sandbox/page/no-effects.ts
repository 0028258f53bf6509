/** Takes the place of `effects.ts` in the npm package, whose page would have 10 MB of files more. */
export function addEffects(): void {}
