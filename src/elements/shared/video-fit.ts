import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { windowOf } from '../../parts/tree.js';

/**
 * Finds out whether the shape of a video differs so much from that of its box that all of it has to
 * be shown, like a phone's upright picture in a wide tile. It updates the host when that changes.
 */
export class VideoFitController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #element: () => HTMLVideoElement | null;
  #observed: HTMLVideoElement | null = null;
  #lifetime: AbortController | undefined;
  #isContained = false;

  /** `element` returns the video; null while the host does not render it. */
  constructor(host: ReactiveControllerHost, element: () => HTMLVideoElement | null) {
    this.#host = host;
    this.#element = element;
    host.addController(this);
  }

  /** Whether to show the whole picture, with bars of the background beside it. */
  get isContained(): boolean {
    return this.#isContained;
  }

  hostConnected(): void {
    this.#host.requestUpdate();
  }

  hostUpdated(): void {
    const element = this.#element();
    if (element === this.#observed) return;
    this.#release();
    if (element) this.#observe(element);
  }

  hostDisconnected(): void {
    this.#release();
  }

  #observe(element: HTMLVideoElement): void {
    this.#observed = element;
    this.#lifetime = new AbortController();
    const { signal } = this.#lifetime;
    const measure = (): void => this.#measure(element);
    const Observer = windowOf(element)?.ResizeObserver ?? ResizeObserver;
    const observer = new Observer(measure);
    observer.observe(element);
    signal.addEventListener('abort', () => observer.disconnect());
    // Turning a phone changes the shape of its picture.
    element.addEventListener('resize', measure, { signal });
    element.addEventListener('loadedmetadata', measure, { signal });
  }

  #release(): void {
    this.#lifetime?.abort();
    this.#observed = null;
  }

  #measure({ videoWidth, videoHeight, clientWidth, clientHeight }: HTMLVideoElement): void {
    const ratio = videoWidth / videoHeight / (clientWidth / clientHeight);
    // How much wider or higher a picture may be than its box before cropping would cut off faces.
    // In an upright box the limit is higher: faces are rarely at the sides.
    const isContained = ratio > (clientWidth < clientHeight ? 2.4 : 1.5) || ratio < 0.66;
    // The ratio is not valid while one of the lengths is unknown.
    if (!ratio || ratio === Infinity || isContained === this.#isContained) return;
    this.#isContained = isContained;
    this.#host.requestUpdate();
  }
}

/** Whether a video comes from a phone's rear camera, whose picture is not mirrored. */
export function isRearCamera(video: HTMLVideoElement | null): boolean {
  const stream = video?.srcObject;
  if (!stream || !('getVideoTracks' in stream)) return false;
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}
