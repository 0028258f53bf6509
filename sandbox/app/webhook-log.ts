import type { WebhookEvent } from '../../src/server/index.js';

/** A webhook as the page shows it. */
export interface WebhookLogEntry {
  readonly id: string;
  readonly type: string;
  /** ISO 8601. */
  readonly createdAt: string | undefined;
  /** Whom and which room it is about, where the service has published that. */
  readonly who: string | undefined;
  readonly room: string | undefined;
}

const longest = 200;

/** The last webhooks, for somebody to look at: each instance shows those that came to it. */
export class WebhookLog {
  #entries: readonly WebhookLogEntry[] = [];

  /** Newest first. */
  get entries(): readonly WebhookLogEntry[] {
    return this.#entries;
  }

  add(event: WebhookEvent): void {
    this.#entries = [entryOf(event), ...this.#entries].slice(0, longest);
  }
}

function entryOf(event: WebhookEvent): WebhookLogEntry {
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
