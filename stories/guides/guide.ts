/** Turns a guide's links to files into links to pages of Storybook. */
export function guide(text: string): string {
  return text
    .replace(/\]\(([\w-]+)\.md(?:#[\w-]*)?\)/g, '](?path=/docs/guides-$1--docs)')
    .replace(/\[([^\]]+)\]\(\.\.\/[^)]+\)/g, '$1');
}
