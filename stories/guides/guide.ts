/** The text of a guide for Storybook, where links lead to pages of Storybook and not to files. */
export function guide(text: string): string {
  return text
    .replace(/\]\(([\w-]+)\.md(?:#[\w-]*)?\)/g, '](?path=/docs/guides-$1--docs)')
    .replace(/\[([^\]]+)\]\(\.\.\/[^)]+\)/g, '$1');
}
