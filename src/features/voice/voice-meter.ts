import { windowOf } from '../../parts/tree.js';
import { useAudioContext } from './audio-context.js';

export interface VoiceMeterOptions {
  /**
   * The element that shows the level. It may be in another window than this code, such as a
   * picture-in-picture window, and the first page has no frames while it is hidden.
   */
  readonly host: Element;
  /**
   * Returns the track to measure now. It is called with each frame, as the device may be switched.
   */
  readonly track: () => MediaStreamTrack | undefined;
  /**
   * Called with the level from 0 to 1. Undefined: it cannot be measured, as there is no track or
   * the browser requires a click.
   */
  readonly onLevel: (level: number | undefined) => void;
  /**
   * Whether to measure a copy of the track, which still hears while the track itself is muted.
   * Default `false`.
   */
  readonly hearsMuted?: boolean;
}

/** The levels of silence and of loud speech, in decibels of full scale. */
const quietest = -60;
const loudest = -12;

/** Measures the level of a track once in each frame of the host's window, until the signal aborts. */
export function measureVoice(options: VoiceMeterOptions, signal: AbortSignal): void {
  const { host, track, onLevel, hearsMuted } = options;
  let source:
    { readonly of: MediaStreamTrack; readonly level: () => number; stop(): void } | undefined;
  const context = useAudioContext(signal);
  const measure = (): void => {
    if (signal.aborted) return;
    windowOf(host)?.requestAnimationFrame(measure);
    const now = track();
    if (now !== source?.of) {
      source?.stop();
      source = now?.readyState === 'live' ? listenTo(context, now, hearsMuted) : undefined;
    }
    onLevel(context.state === 'running' ? source?.level() : undefined);
  };
  measure();
  signal.addEventListener('abort', () => source?.stop());
}

function listenTo(context: AudioContext, of: MediaStreamTrack, hearsMuted?: boolean) {
  const heard = hearsMuted ? of.clone() : of;
  if (hearsMuted) heard.enabled = true;
  const node = context.createMediaStreamSource(new MediaStream([heard]));
  const analyser = new AnalyserNode(context, { fftSize: 512 });
  node.connect(analyser);
  const samples = new Float32Array(analyser.fftSize);
  return {
    of,
    level: () => {
      analyser.getFloatTimeDomainData(samples);
      let power = 0;
      for (const sample of samples) power += sample * sample;
      const decibels = 10 * Math.log10(power / samples.length + 1e-10);
      return Math.min(1, Math.max(0, (decibels - quietest) / (loudest - quietest)));
    },
    stop: () => {
      node.disconnect();
      if (hearsMuted) heard.stop();
    },
  };
}
