import { type LocalTrack, type LocalTrackPublication, Track } from 'livekit-client';
import { abortedError, type FfcError } from '../../core/errors.js';
import type { TrackSnapshot } from '../session.js';
import { type Capture, type CaptureSource, defaultDevice, tryDevice, turnOff } from './capture.js';
import { deviceError, endedError, publishError } from './errors.js';
import { LocalSlot, type LocalSource } from './local-slot.js';

export interface LocalMediaOptions {
  readonly capture: Capture;
  /** Device ids to start with. */
  readonly devices: Readonly<Partial<Record<CaptureSource, string | undefined>>>;
  /** Whether tracks can be published now. */
  readonly canPublish: () => boolean;
  /** Whether a full reconnect is under way: it unpublishes tracks and publishes them again. */
  readonly isRestarting?: () => boolean;
  readonly publish: (track: LocalTrack) => Promise<unknown>;
  readonly unpublish: (track: LocalTrack) => Promise<unknown>;
  /** A track was added, removed or changed. */
  readonly onChange: () => void;
  /** A device was opened: the permission for it also reveals the names of devices. */
  readonly onOpened?: () => void;
  readonly onFailed: (error: FfcError, track: TrackSnapshot | undefined) => void;
}

/** The local tracks: captured before or during a call, published once connected, then released. */
export class LocalMedia {
  readonly #options: LocalMediaOptions;
  readonly #slots: Readonly<Record<LocalSource, LocalSlot>>;
  readonly #chosen: Partial<Record<CaptureSource, string | undefined>>;
  /** Sources that are being opened, perhaps for as long as a person takes to allow it. */
  readonly #opening = new Set<LocalSource>();
  /** The last requested state of each source: a job may still wait for the browser's prompt. */
  readonly #wanted = new Map<LocalSource, boolean>();
  /** The last job of each source. The jobs of one source run one after the other. */
  readonly #jobs = new Map<LocalSource, Promise<unknown>>();
  /** Aborted by `release()`, so that an earlier request opens no device afterwards. */
  #stay = new AbortController();
  /** Tracks that were stopped for good: LiveKit may still publish them, now or in a reconnect. */
  readonly #stopped = new WeakSet<LocalTrack>();

  constructor(options: LocalMediaOptions) {
    this.#options = options;
    this.#chosen = { ...options.devices };
    this.#slots = {
      camera: this.#createSlot('camera'),
      microphone: this.#createSlot('microphone'),
      screen_share: this.#createSlot('screen_share'),
      screen_share_audio: this.#createSlot('screen_share_audio'),
    };
  }

  tracks(): readonly TrackSnapshot[] {
    return this.#all.map(({ snapshot }) => snapshot).filter((snapshot) => snapshot !== undefined);
  }

  /** The track of a publication, or of a local name such as `local:camera`. */
  find(trackSid: string): LocalTrack | undefined {
    return this.#all.find((slot) => slot.has(trackSid))?.track;
  }

  /** The id of the device in use, or of the one that will be opened. */
  deviceId(source: CaptureSource): string | undefined {
    const { deviceId, track } = this.#slots[source];
    const chosen = this.#chosen[source];
    return track?.isMuted ? (chosen ?? deviceId) : (deviceId ?? chosen);
  }

  async setEnabled(source: CaptureSource, on: boolean): Promise<void> {
    const slot = this.#slots[source];
    this.#wanted.set(source, on);
    if (on) this.#opening.add(source);
    // The browser's prompt may stay open for long. The job that waits for it ends with the rest.
    else if (this.#opening.has(source)) return slot.track && turnOff(slot.track);
    return this.#enqueue(source, async (stay) => {
      if (!on) await slot.track?.mute();
      else if (slot.track) await this.#open(source, this.#unmute(source, slot));
      else {
        const device = this.#options.capture.device(source, this.#chosen[source]);
        const track = await this.#open(source, device);
        if (source === 'microphone' && !this.#wanted.get(source)) {
          // Muting would keep the microphone open, and the person turned it off before it opened.
          track.stop();
          return;
        }
        this.#take(stay, [track]);
      }
      // The person turned it off during the browser's prompt: mute it before it is published.
      if (!this.#wanted.get(source)) await slot.track?.mute();
      await this.#publish(slot);
    });
  }

  async setScreenShareEnabled(on: boolean, isPaused?: boolean): Promise<void> {
    const source = 'screen_share';
    this.#wanted.set(source, on);
    // The browser's picker is open: nothing is shared of what the person picks.
    if (!on && this.#opening.has(source)) return;
    return this.#enqueue(source, async (stay) => {
      const { screen_share: picture, screen_share_audio: sound } = this.#slots;
      if (on && !isPaused && !picture.track) {
        const tracks = await this.#open(source, this.#options.capture.screen());
        if (this.#wanted.get(source)) this.#take(stay, tracks);
        else for (const track of tracks) track.stop();
      }
      const work = async (slot: LocalSlot): Promise<void> => {
        if (!on) return this.#drop(slot);
        await slot.track?.[isPaused ? 'mute' : 'unmute']();
        await this.#publish(slot);
      };
      await Promise.all([picture, sound].map(work));
    });
  }

  async switchDevice(source: CaptureSource, deviceId: string): Promise<void> {
    return this.#enqueue(source, async () => {
      const slot = this.#slots[source];
      const before = this.deviceId(source) ?? defaultDevice;
      const wasMuted = slot.track?.isMuted;
      try {
        await (slot.track && this.#open(source, slot.track.setDeviceId({ exact: deviceId })));
      } catch (thrown) {
        // LiveKit has stopped the old device before it opened the new one. After a release there is
        // no track, and nothing may open a device again.
        await slot.track?.setDeviceId({ ideal: before }).catch(async (lost: unknown) => {
          await slot.track?.mute();
          this.#options.onFailed(deviceError(lost, source), slot.snapshot);
        });
        throw deviceError(thrown, source);
      } finally {
        // The person turned it off during the browser's prompt.
        if (slot.track?.isMuted && !wasMuted) await turnOff(slot.track);
      }
      this.#chosen[source] = deviceId;
      this.#options.onChange();
    });
  }

  /** Publishes the tracks that are not published yet. `onFailed` is called with a failure. */
  publishAll(): void {
    for (const slot of this.#all) {
      this.#enqueue(slot.source, () => this.#publish(slot)).catch(() => {});
    }
  }

  handlePublished({ track, trackSid, source }: LocalTrackPublication): void {
    if (!track) return;
    if (this.#stopped.has(track)) {
      // The track was stopped while it was being published.
      void this.#unpublish(track);
      return;
    }
    let slot = this.#all.find((each) => each.track === track);
    if (!slot && source !== Track.Source.Unknown) {
      // The page itself published the track through the live room.
      slot = this.#slots[source];
      if (slot.track) return;
      slot.adopt(track);
      this.#options.onOpened?.();
    }
    slot?.setPublished(trackSid);
    this.#options.onChange();
  }

  handleUnpublished({ track }: LocalTrackPublication): void {
    const slot = this.#all.find((each) => track && each.track === track);
    if (slot) {
      slot.setPublished(undefined);
      // A full reconnect unpublishes a track without stopping it, and then publishes it again.
      const isOver = track?.isStopped || (isScreen(slot) && !this.#options.isRestarting?.());
      if (isOver) this.#release(slot);
    }
    this.#options.onChange();
  }

  /** Stops all tracks, also those whose device is still being opened. */
  release(): void {
    this.#stay.abort();
    this.#stay = new AbortController();
    this.#jobs.clear();
    this.#opening.clear();
    // Reversed, because the release of a screen's picture would unpublish a sound that is left.
    for (const slot of [...this.#all].reverse()) this.#release(slot);
    this.#options.onChange();
  }

  get #all(): readonly LocalSlot[] {
    return Object.values(this.#slots);
  }

  /** Marks a source as being opened until the work is done. */
  #open<T>(source: LocalSource, work: Promise<T>): Promise<T> {
    this.#opening.add(source);
    return work.finally(() => this.#opening.delete(source));
  }

  #createSlot(source: LocalSource): LocalSlot {
    const { onChange, onFailed } = this.#options;
    const slot: LocalSlot = new LocalSlot(source, {
      onChange,
      onEnded: () => {
        const { snapshot, isPublished } = slot;
        if (!isPublished) this.#release(slot);
        onChange();
        if (!isScreen(slot)) onFailed(endedError(source as CaptureSource), snapshot);
      },
    });
    return slot;
  }

  #take(stay: AbortSignal, tracks: readonly LocalTrack[]): void {
    if (stay.aborted) {
      for (const track of tracks) track.stop();
      throw abortedError('device');
    }
    for (const track of tracks) {
      if (track.source === Track.Source.Unknown) continue;
      const slot = this.#slots[track.source];
      // The slot may hold an old track, or one that the page published meanwhile. Drop it, because
      // a track without a slot could never be stopped.
      void this.#drop(slot);
      slot.adopt(track);
    }
    if (!tracks.length) return;
    this.#options.onChange();
    this.#options.onOpened?.();
  }

  async #unmute(source: CaptureSource, slot: LocalSlot): Promise<void> {
    const unmute = async (): Promise<unknown> => slot.track?.unmute();
    await tryDevice(source, unmute, async () => {
      // The chosen device was unplugged, or another program uses it now.
      this.#chosen[source] = undefined;
      await slot.track?.setDeviceId({ ideal: defaultDevice });
      return unmute();
    });
  }

  async #publish(slot: LocalSlot): Promise<void> {
    const { track, isPublished } = slot;
    if (!track || isPublished || !this.#options.canPublish()) return;
    // A camera that is off has nothing to show yet: it is published when it is turned on.
    if (slot.source === 'camera' && track.isMuted) return;
    try {
      await this.#options.publish(track);
    } catch (thrown) {
      if (slot.track !== track) {
        // The person stopped sharing before the screen was published.
        if (isScreen(slot)) return;
        throw abortedError('device');
      }
      const error = publishError(thrown, slot.source);
      const { snapshot } = slot;
      this.#release(slot);
      this.#options.onChange();
      this.#options.onFailed(error, snapshot);
      throw error;
    }
  }

  /** Stops a slot's track and unpublishes it. */
  async #drop(slot: LocalSlot): Promise<void> {
    const { track, isPublished } = slot;
    if (!track) return;
    this.#release(slot);
    this.#options.onChange();
    if (isPublished) await this.#unpublish(track);
  }

  /** Stops a slot's track. A screen's sound is shared only as long as its picture is. */
  #release(slot: LocalSlot): void {
    const { track, source } = slot;
    if (track) this.#stopped.add(track);
    slot.release();
    if (source === 'screen_share') void this.#drop(this.#slots.screen_share_audio);
  }

  /** Unpublishes a track. Never rejects: LiveKit repairs a negotiation that fails later. */
  async #unpublish(track: LocalTrack): Promise<void> {
    await this.#options.unpublish(track).catch(() => {});
  }

  #enqueue(source: LocalSource, work: (stay: AbortSignal) => Promise<void>): Promise<void> {
    const { signal } = this.#stay;
    const run = async (): Promise<void> => {
      if (signal.aborted) throw abortedError('device');
      await work(signal);
      if (signal.aborted) throw abortedError('device');
    };
    const job = (this.#jobs.get(source) ?? Promise.resolve()).then(run);
    this.#jobs.set(
      source,
      job.catch(() => {}),
    );
    return job;
  }
}

function isScreen({ source }: LocalSlot): boolean {
  return source === 'screen_share' || source === 'screen_share_audio';
}
