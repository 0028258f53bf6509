import { executeServerCommand } from '@web/test-runner-commands';
import type { Room } from 'livekit-client';
import { loadLiveKitSession } from '../../../src/rtc/load.js';
import type {
  RtcSession,
  RtcSessionEvents,
  RtcSessionOptions,
  TrackSnapshot,
  TrackSource,
} from '../../../src/rtc/session.js';
import type { Credentials, CredentialsRequest, LiveKitCommands } from './commands.js';

type Told = {
  [K in keyof RtcSessionEvents]: { readonly type: K; readonly event: RtcSessionEvents[K] };
}[keyof RtcSessionEvents];

const types = [
  'connection-change',
  'participant-joined',
  'participant-left',
  'participant-change',
  'track-published',
  'track-unpublished',
  'track-subscribed',
  'track-unsubscribed',
  'track-muted',
  'track-unmuted',
  'track-failed',
  'active-speakers-change',
  'quality-change',
  'playback-change',
  'devices-change',
  'room-change',
  'data-received',
  'transcription',
  'overload',
  'track-stream-change',
  'track-permission-change',
  'local-track-subscribed',
  'silence-detected',
] as const satisfies readonly (keyof RtcSessionEvents)[];

/** Sends a command to the test runner's process, for actions that only a server may take. */
export async function ask<K extends keyof LiveKitCommands>(
  command: K,
  payload: Parameters<LiveKitCommands[K]>[0],
): Promise<Awaited<ReturnType<LiveKitCommands[K]>>> {
  const { answer } = await executeServerCommand<
    { answer: Awaited<ReturnType<LiveKitCommands[K]>> },
    unknown
  >(`livekit:${command}`, payload);
  return answer;
}

/** A session, and all events that it has emitted. */
export class Peer {
  readonly session: RtcSession;
  readonly told: Told[] = [];
  readonly #waiting = new Set<() => void>();

  constructor(session: RtcSession) {
    this.session = session;
    for (const type of types) {
      session.on(type, (event) => {
        this.told.push({ type, event } as Told);
        for (const look of [...this.#waiting]) look();
      });
    }
  }

  /** Forgets the events so far. */
  forget(): void {
    this.told.length = 0;
  }

  /** The events of one type, in order. */
  all<K extends keyof RtcSessionEvents>(type: K): RtcSessionEvents[K][] {
    return this.told.filter((each) => each.type === type).map(({ event }) => event as never);
  }

  /** Resolves with the first matching event since the last `forget()`, past or to come. */
  async hears<K extends keyof RtcSessionEvents>(
    type: K,
    matches: (event: RtcSessionEvents[K]) => boolean = () => true,
  ): Promise<RtcSessionEvents[K]> {
    return this.until(() => this.all(type).find(matches));
  }

  /** Resolves with the first truthy result of `look`, which runs again after each event. */
  async until<T>(look: () => T | undefined | false): Promise<T> {
    return new Promise((resolve) => {
      const check = (): void => {
        const found = look();
        if (found === undefined || found === false) return;
        this.#waiting.delete(check);
        resolve(found);
      };
      this.#waiting.add(check);
      check();
    });
  }
}

/** The sessions of one test, in a room of its own. */
export class Stage {
  readonly room = `live-${crypto.randomUUID()}`;
  readonly #peers: Peer[] = [];
  readonly #elements: HTMLMediaElement[] = [];

  async peer(options: RtcSessionOptions = {}): Promise<Peer> {
    const peer = new Peer(await loadLiveKitSession(options));
    this.#peers.push(peer);
    return peer;
  }

  async credentials(
    identity: string,
    request: Partial<CredentialsRequest> = {},
  ): Promise<Credentials> {
    return ask('credentials', { room: this.room, identity, ...request });
  }

  /** A peer that has joined the room. */
  async joined(identity: string, request: Partial<CredentialsRequest> = {}): Promise<Peer> {
    const peer = await this.peer();
    await peer.session.connect(await this.credentials(identity, request));
    return peer;
  }

  /** Adds a `<video>` or `<audio>` to the page: LiveKit sends video only to visible elements. */
  element<K extends 'video' | 'audio'>(tag: K): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    element.style.setProperty('width', '320px');
    element.style.setProperty('height', '180px');
    document.body.append(element);
    this.#elements.push(element);
    return element;
  }

  async end(): Promise<void> {
    for (const element of this.#elements.splice(0)) element.remove();
    await Promise.all(this.#peers.splice(0).map(({ session }) => session.dispose()));
  }
}

/** A session's snapshot of its own track. */
export function own({ session }: Peer, source: TrackSource): TrackSnapshot | undefined {
  return session.participants()[0]?.tracks.find((track) => track.source === source);
}

/** The browser's side of a published local track. */
export function nativeTrack({ session }: Peer, source: TrackSource): MediaStreamTrack {
  const { localParticipant } = session.liveRoom as Room;
  return localParticipant.getTrackPublication(source as never)!.track!.mediaStreamTrack;
}
