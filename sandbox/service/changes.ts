/**
 * The changes of a request: a field that is left out stays as it is, one that is null is cleared.
 */
export function changesOf<T extends object>(
  fields: T,
): { [K in keyof T]?: Exclude<T[K], undefined> } {
  const given = Object.entries(fields).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as ReturnType<typeof changesOf<T>>;
}
