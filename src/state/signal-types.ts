import type { RoomStoreEvents } from './types.js';

/** The reactions, with the emoji of each. */
export const reactions = {
  'thumbs-up': '👍',
  clap: '👏',
  heart: '❤️',
  laugh: '😂',
  surprise: '😮',
  party: '🎉',
} as const;

/** The name of a reaction. */
export type ReactionName = keyof typeof reactions;

/** The raised hands and reactions of a call. */
export interface RoomSignals {
  /**
   * Raises or lowers the local hand. Resolves once the others were notified. Rejects with
   * `invalid-state` outside of a call, `publish-forbidden`, or `send-failed`.
   */
  setHandRaised(on: boolean): Promise<void>;
  /**
   * Shows a reaction to everybody for some seconds. Rejects with `invalid-request` for an unknown
   * name, with `rate-limited` for more than five a second, and like {@link setHandRaised}.
   */
  sendReaction(name: string): Promise<void>;
  /**
   * Asks one participant, or everybody, to mute. Their rooms obey if the local participant is a
   * host. Rejects with `forbidden` if not, and like {@link setHandRaised}.
   */
  askToMute(identity?: string): Promise<void>;
  /** Handles a message of the call. The room calls it. */
  receive(message: RoomStoreEvents['data']): void;
}
