import { type ReactionName, reactions } from '../../state/signal-types.js';

/** The sent form of a message about a hand, a reaction or a request to mute. */
export type Signal =
  | { readonly type: 'hand'; readonly raised: true; readonly order: number }
  | { readonly type: 'hand'; readonly raised: false }
  | { readonly type: 'reaction'; readonly name: ReactionName }
  | { readonly type: 'mute' };

const maxLength = 200;
/**
 * The highest number of a hand. A limit, because a larger number could not be incremented exactly.
 */
export const maxOrder = 1_000_000;

/**
 * Reads a signal from a text. Returns undefined for anything else, because any participant may send
 * any text.
 */
export function readSignal(text: string | undefined): Signal | undefined {
  if (!text || text.length > maxLength) return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { type, raised, order, name } = value as Readonly<Record<string, unknown>>;
  switch (type) {
    case 'hand':
      if (raised === false) return { type, raised };
      return raised === true && isOrder(order) ? { type, raised, order } : undefined;
    case 'reaction':
      return isReaction(name) ? { type, name } : undefined;
    case 'mute':
      return { type };
    default:
      return undefined;
  }
}

export function isReaction(name: unknown): name is ReactionName {
  return typeof name === 'string' && Object.hasOwn(reactions, name);
}

function isOrder(value: unknown): value is number {
  return Number.isInteger(value) && (value as number) >= 1 && (value as number) <= maxOrder;
}
