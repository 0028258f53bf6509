/** The comparable facts of one of our DOM events. */
export interface SeenEvent {
  readonly type: string;
  readonly state?: string;
  readonly previous?: string;
  readonly initial?: boolean;
  readonly reason?: string;
  readonly identity?: string;
  readonly name?: string;
  readonly source?: string;
  readonly muted?: boolean;
  readonly isLocal?: boolean;
  readonly error?: string;
  readonly stage?: string;
  readonly title?: string;
  readonly recording?: boolean;
  /** Whether every object that the event carries is frozen. */
  readonly frozen: boolean;
}

declare global {
  var ffcSeen: SeenEvent[];
}

/**
 * Defines the helper that tsx calls in compiled functions to keep their names. A page that runs
 * such a function needs it. It can go once tsx has an option not to keep names.
 */
export const compilerHelpers = 'globalThis.__name = (named) => named;';

/** Runs in the page before its scripts, and records our events at the document. */
export function recordEvents(): void {
  interface AnyEvent extends Event {
    readonly state?: string;
    readonly previous?: string;
    readonly initial?: boolean;
    readonly reason?: string;
    readonly participant?: { readonly identity: string; readonly name: string };
    readonly track?: {
      readonly source: string;
      readonly muted: boolean;
      readonly isLocal: boolean;
    };
    readonly error?: { readonly reason: string; readonly stage: string };
    readonly room?: { readonly title?: string };
    readonly recording?: boolean;
  }
  globalThis.ffcSeen = [];
  const names = [
    'state-change',
    ...['joined', 'left', 'change'].map((what) => `participant-${what}`),
    ...['published', 'unpublished', 'subscribed', 'unsubscribed', 'muted', 'unmuted', 'failed'].map(
      (what) => `track-${what}`,
    ),
    ...['select', 'created', 'updated', 'deleted'].map((what) => `room-${what}`),
    ...['join', 'leave', 'microphone', 'camera', 'screen-share'].map((what) => `${what}-request`),
    'rooms-load',
    'playback-change',
    'recording-change',
    'panel-change',
    'message',
    'hand-change',
    'reaction',
    'error',
  ];
  for (const name of names) {
    document.addEventListener(`ffc-${name}`, (event) => {
      const { type, state, previous, initial, reason, participant, track, error, room, recording } =
        event as AnyEvent;
      const facts = {
        type,
        state,
        previous,
        initial,
        reason,
        identity: participant?.identity,
        name: participant?.name,
        source: track?.source,
        muted: track?.muted,
        isLocal: track?.isLocal,
        error: error?.reason,
        stage: error?.stage,
        title: room?.title,
        recording,
        frozen: [participant, track].every((object) => !object || Object.isFrozen(object)),
      };
      globalThis.ffcSeen.push(JSON.parse(JSON.stringify(facts)) as SeenEvent);
    });
  }
}
