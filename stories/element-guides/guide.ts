/** The facts about an element for designers, in addition to its doc block. */
export interface Guide {
  /** The purpose of the element, in a sentence or two. */
  readonly use: string;
  /** The appearance in each state, by the name of the state. */
  readonly states: Readonly<Record<string, string>>;
  readonly dos: readonly string[];
  readonly donts: readonly string[];
}
