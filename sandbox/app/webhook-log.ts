import type { WebhookEvent } from '../../src/server/index.js';

/** A webhook as the page shows it. */
export interface WebhookLogEntry {
  readonly id: string;
  readonly type: string;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  /** The person and the room that the webhook is about, where the service has published them. */
  readonly who: string | undefined;
  readonly room: string | undefined;
}

/** The last webhooks, for people to look at. */
export interface WebhookLog {
  /** Adds an event; does nothing when the log already has it. */
  add(event: WebhookEvent): Promise<void>;
  /** Newest first. */
  entries(): Promise<readonly WebhookLogEntry[]>;
}

/** How many webhooks a log remembers. */
export const logLength = 200;

export function createMemoryLog(): WebhookLog {
  const log = new Map<string, WebhookLogEntry>();
  return {
    add(event) {
      if (!log.has(event.id)) log.set(event.id, entryOf(event));
      for (const id of [...log.keys()].slice(0, -logLength)) log.delete(id);
      return Promise.resolve();
    },
    entries: () => Promise.resolve([...log.values()].reverse()),
  };
}

export function entryOf(event: WebhookEvent): WebhookLogEntry {
  const { id, type, createdAt } = event;
  switch (event.type) {
    case 'VIDEO_ROOM_PARTICIPANT_JOINED':
    case 'VIDEO_ROOM_PARTICIPANT_LEFT': {
      const { appUser, videoRoom } = event.data;
      const who = appUser.appUserName ?? appUser.appUserId;
      return { id, type, createdAt, who, room: videoRoom.title };
    }
    case 'VIDEO_ROOM_EGRESS_ENDED':
      return { id, type, createdAt, who: undefined, room: event.data.videoRoom.title };
    default:
      return { id, type, createdAt, who: undefined, room: undefined };
  }
}
