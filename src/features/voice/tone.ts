import { useAudioContext } from './audio-context.js';

/** A note: its pitch in hertz, its start and its length in seconds. */
export interface Note {
  readonly pitch: number;
  readonly at: number;
  readonly length: number;
}

/** Plays soft notes on a context's node. Resolves when the last one has ended. */
export function playNotes(
  target: AudioNode,
  notes: readonly Note[],
  volume: number,
): Promise<void> {
  const { context } = target;
  const begin = context.currentTime + 0.03;
  const last = Math.max(...notes.map(({ at, length }) => at + length));
  for (const { pitch, at, length } of notes) {
    const start = begin + at;
    const gain = new GainNode(context, { gain: 0 });
    // The volume rises and falls: an abrupt start or end would click.
    gain.gain.setValueAtTime(0, start);
    gain.gain.linearRampToValueAtTime(volume, start + 0.02);
    gain.gain.exponentialRampToValueAtTime(0.0001, start + length);
    const oscillator = new OscillatorNode(context, { frequency: pitch });
    oscillator.connect(gain).connect(target);
    oscillator.start(start);
    oscillator.stop(start + length);
  }
  return new Promise((resolve) => setTimeout(resolve, (0.05 + last) * 1000));
}

/**
 * Plays a tone on a speaker. An empty id is the browser's own choice. Rejects when the browser
 * cannot play it there.
 */
export async function testSpeaker(speakerId: string): Promise<void> {
  const use = new AbortController();
  const context = useAudioContext(use.signal);
  const element = new Audio();
  try {
    const target = context.createMediaStreamDestination();
    element.srcObject = target.stream;
    // Safari lacks `setSinkId`, though the types have it.
    const { setSinkId } = element as Partial<HTMLAudioElement>;
    if (speakerId && setSinkId) await setSinkId.call(element, speakerId);
    await element.play();
    await playNotes(
      target,
      [
        { pitch: 523.25, at: 0, length: 0.45 },
        { pitch: 659.25, at: 0.3, length: 0.45 },
        { pitch: 783.99, at: 0.6, length: 0.8 },
      ],
      0.25,
    );
  } finally {
    element.pause();
    element.srcObject = null;
    use.abort();
  }
}
