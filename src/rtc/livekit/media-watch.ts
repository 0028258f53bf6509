import { type RemoteTrackPublication, type Room, Track } from 'livekit-client';

/** A remote video that should be moving now. */
export interface WatchedVideo {
  readonly trackSid: string;
  /** Grows with each frame that is shown. */
  readonly progress: number;
}

export interface MediaWatchOptions {
  readonly videos: () => readonly WatchedVideo[];
  /** Whether the media connection is down. */
  readonly isTransportDown: () => boolean;
  /** Called with the publications whose videos stalled, or move again. */
  readonly onStall: (trackSids: readonly string[]) => void;
  readonly onTransport: (isDown: boolean) => void;
  /** Milliseconds between two checks. Default: a second. */
  readonly interval?: number;
}

/** A video is stalled after so many checks in a row without a new frame. */
const patience = 3;

/**
 * Finds two faults that LiveKit reports late or never: stalled videos, and a media connection that
 * is down. Its one timer runs during a call only. It counts checks instead of time, so that a page
 * that slept does not find every video stalled.
 */
export class MediaWatch {
  readonly #options: MediaWatchOptions;
  readonly #videos = new Map<string, { progress: number; still: number }>();
  #timer: ReturnType<typeof setInterval> | undefined;
  #isTransportDown = false;

  constructor(options: MediaWatchOptions) {
    this.#options = options;
  }

  isStalled(trackSid: string): boolean {
    return (this.#videos.get(trackSid)?.still ?? 0) >= patience;
  }

  start(): void {
    this.#timer ??= setInterval(() => this.check(), this.#options.interval ?? 1000);
  }

  stop(): void {
    clearInterval(this.#timer);
    this.#timer = undefined;
    this.#videos.clear();
    this.#isTransportDown = false;
  }

  /** Runs one check; the timer calls nothing else. */
  check(): void {
    const { videos, onStall, isTransportDown, onTransport } = this.#options;
    const stalledBefore = new Set([...this.#videos.keys()].filter((sid) => this.isStalled(sid)));
    const watched = new Set<string>();
    for (const { trackSid, progress } of videos()) {
      watched.add(trackSid);
      const last = this.#videos.get(trackSid);
      if (last?.progress === progress) last.still++;
      else this.#videos.set(trackSid, { progress, still: 0 });
    }
    for (const sid of [...this.#videos.keys()]) if (!watched.has(sid)) this.#videos.delete(sid);
    const sids = new Set([...stalledBefore, ...watched]);
    const changed = [...sids].filter((sid) => this.isStalled(sid) !== stalledBefore.has(sid));
    if (changed.length) onStall(changed);

    const isDown = isTransportDown();
    if (isDown === this.#isTransportDown) return;
    this.#isTransportDown = isDown;
    onTransport(isDown);
  }
}

/**
 * The videos of a room that should be moving: unmuted, subscribed, not paused by the server, and
 * shown by a visible element. LiveKit lets the server pause videos without a visible element.
 */
export class MovingVideos {
  readonly #room: Room;
  /** Traffic of a screen's connection, counted as progress: a still screen sends no frames. */
  readonly #received = new WeakMap<Track, number>();

  constructor(room: Room) {
    this.#room = room;
  }

  list(): readonly WatchedVideo[] {
    const videos: WatchedVideo[] = [];
    for (const { videoTrackPublications } of this.#room.remoteParticipants.values()) {
      for (const publication of videoTrackPublications.values()) {
        const progress = this.#progress(publication);
        if (progress !== undefined) videos.push({ trackSid: publication.trackSid, progress });
      }
    }
    return videos;
  }

  /** The progress of a video; undefined for one that need not move. */
  #progress({ track, source, isMuted, isEnabled }: RemoteTrackPublication): number | undefined {
    if (!track || isMuted || !isEnabled) return undefined;
    if (track.streamState === Track.StreamState.Paused) return undefined;
    const frames = track.attachedElements
      .map(shownFrames)
      .filter((shown): shown is number => shown !== undefined);
    if (frames.length === 0) return undefined;
    const sum = frames.reduce((all, shown) => all + shown, 0);
    if (source !== Track.Source.ScreenShare) return sum;
    void this.#measure(track);
    return sum + (this.#received.get(track) ?? 0);
  }

  async #measure(track: Track & { readonly receiver?: RTCRtpReceiver | undefined }): Promise<void> {
    let received = 0;
    const report = await track.receiver?.getStats().catch(() => undefined);
    report?.forEach((stats: RTCStats & Record<string, unknown>) => {
      if (stats.type !== 'candidate-pair') return;
      for (const key of ['bytesReceived', 'requestsReceived', 'responsesReceived']) {
        received += Number(stats[key] ?? 0);
      }
    });
    this.#received.set(track, received);
  }
}

/** The frames an element has shown; undefined if it is paused, hidden, or does not count them. */
function shownFrames(element: HTMLMediaElement): number | undefined {
  if (!(element instanceof HTMLVideoElement) && element.localName !== 'video') return undefined;
  const video = element as HTMLVideoElement;
  if (!video.isConnected || video.paused) return undefined;
  if (video.ownerDocument.visibilityState === 'hidden') return undefined;
  // Old browsers lack the method, although its type says otherwise.
  const quality = (video as Partial<HTMLVideoElement>).getVideoPlaybackQuality?.call(video);
  return quality?.totalVideoFrames;
}

const downStates: readonly RTCIceConnectionState[] = ['disconnected', 'failed'];

/** Whether the browser reports a media connection as down: seconds before LiveKit does. */
export function isTransportDown(room: Room): boolean {
  const manager = room.engine?.pcManager;
  const transports = [manager?.publisher, manager?.subscriber];
  return transports.some((transport) => {
    return transport !== undefined && downStates.includes(transport.getICEConnectionState());
  });
}
