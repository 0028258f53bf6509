import { type LocalTrack, type Track, TrackEvent } from 'livekit-client';

/** The parts of LiveKit's local track that the manager uses. */
export class FakeTrack {
  readonly source: Track.Source;
  readonly dimensions = undefined;
  getSourceTrackSettings(): MediaTrackSettings {
    return { deviceId: 'device-1' };
  }
  /** The constraint that was set last. */
  deviceId: ConstrainDOMStringParameters | undefined;
  isMuted = false;
  isStopped = false;
  readonly #handlers = new Map<string, () => void>();

  constructor(source: Track.Source) {
    this.source = source;
  }
  get asLocalTrack(): LocalTrack {
    return this as unknown as LocalTrack;
  }
  on(event: string, handler: () => void): void {
    this.#handlers.set(event, handler);
  }
  off(event: string): void {
    this.#handlers.delete(event);
  }
  emit(event: string): void {
    this.#handlers.get(event)?.();
  }
  async mute(): Promise<void> {
    this.isMuted = true;
    this.emit(TrackEvent.Muted);
    return Promise.resolve();
  }
  async unmute(): Promise<void> {
    this.isMuted = false;
    this.emit(TrackEvent.Unmuted);
    return Promise.resolve();
  }
  async setDeviceId(deviceId: ConstrainDOMStringParameters): Promise<boolean> {
    this.deviceId = deviceId;
    return Promise.resolve(true);
  }
  detach(): void {}
  stop(): void {
    this.isStopped = true;
  }
}
