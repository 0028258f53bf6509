import type { RoomStoreEvents } from './types.js';

/** The reactions that there are, and what shows each. */
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

/** The signs that people in a call give each other without speaking. */
export interface RoomSignals {
  /**
   * Raises the own hand, or lowers it; resolves once the others were told. Rejects with
   * `invalid-state` outside of a call, `publish-forbidden`, or `send-failed`.
   */
  setHandRaised(on: boolean): Promise<void>;
  /**
   * Shows a reaction to everybody for some seconds. Rejects with `invalid-request` for a name that
   * there is not, with `rate-limited` for more than five a second, and as {@link setHandRaised}.
   */
  sendReaction(name: string): Promise<void>;
  /**
   * Asks somebody, or everybody, to turn the microphone off. Their rooms follow that, if the person
   * at this browser is a host. Rejects with `forbidden` if not, and as {@link setHandRaised}.
   */
  askToMute(identity?: string): Promise<void>;
  /** Takes in a message of the call; the room hands it on. */
  receive(message: RoomStoreEvents['data']): void;
}
