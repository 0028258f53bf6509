/** What a designer has to know of an element beyond what its doc block says. */
export interface Guide {
  /** When this element is the right one, in a sentence or two. */
  readonly use: string;
  /** What it looks like when, by the name of the state. */
  readonly states: Readonly<Record<string, string>>;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
}
