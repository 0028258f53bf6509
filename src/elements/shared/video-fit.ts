import type { ReactiveController, ReactiveControllerHost } from 'lit';
import { windowOf } from '../../parts/tree.js';

/**
 * Says whether a video has a shape so far from that of its box, such as a phone's upright picture
 * in a wide tile, that all of it has to be shown. Redraws the host when that changes.
 */
export class VideoFitController implements ReactiveController {
  readonly #host: ReactiveControllerHost;
  readonly #element: () => HTMLVideoElement | null;
  #observed: HTMLVideoElement | null = null;
  #lifetime: AbortController | undefined;
  #isContained = false;

  /** `element` gives the video; null while the host does not draw it. */
  constructor(host: ReactiveControllerHost, element: () => HTMLVideoElement | null) {
    this.#host = host;
    this.#element = element;
    host.addController(this);
  }

  /** Whether to show the whole picture, with the box to be seen beside it. */
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
    // A phone that is turned changes the shape of its picture.
    element.addEventListener('resize', measure, { signal });
    element.addEventListener('loadedmetadata', measure, { signal });
  }

  #release(): void {
    this.#lifetime?.abort();
    this.#observed = null;
  }

  #measure({ videoWidth, videoHeight, clientWidth, clientHeight }: HTMLVideoElement): void {
    const ratio = videoWidth / videoHeight / (clientWidth / clientHeight);
    // How much wider, or higher, a picture may be than its box before cutting costs faces: there are
    // none at the sides of a picture in an upright box.
    const isContained = ratio > (clientWidth < clientHeight ? 2.4 : 1.5) || ratio < 0.66;
    // Not while one of the lengths is unknown.
    if (!ratio || ratio === Infinity || isContained === this.#isContained) return;
    this.#isContained = isContained;
    this.#host.requestUpdate();
  }
}

/** Whether a video is from a phone's rear camera: people know themselves from the mirror, not that. */
export function isRearCamera(video: HTMLVideoElement | null): boolean {
  const stream = video?.srcObject;
  if (!stream || !('getVideoTracks' in stream)) return false;
  return stream.getVideoTracks()[0]?.getSettings().facingMode === 'environment';
}
