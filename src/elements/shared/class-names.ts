/**
 * The value of `class`: the names whose values are true. It replaces Lit's `classMap`, which also
 * keeps classes that others have set and is therefore larger.
 */
export function classNames(classes: Readonly<Record<string, boolean>>): string {
  return Object.keys(classes)
    .filter((name) => classes[name])
    .join(' ');
}
