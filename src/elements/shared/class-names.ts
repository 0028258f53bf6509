/**
 * The value of `class` with the names of those that are true. In place of Lit's `classMap`, which
 * keeps classes that others have set, and weighs more than all that is needed here.
 */
export function classNames(classes: Readonly<Record<string, boolean>>): string {
  return Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ');
}
