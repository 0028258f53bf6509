/** Assigns modules to chunks in builds that bundle everything. */
import type { Rolldown } from 'vite';

type NameOf = Extract<Rolldown.CodeSplittingGroup['name'], (...args: never[]) => unknown>;
type Context = Parameters<NameOf>[1];

/** The modules that load at one step: the requested ones, and all that they import. */
interface Step {
  readonly chunk: string;
  readonly roots: readonly string[];
}

/**
 * The steps of each page, earliest first. A module belongs to the first step that needs it. The
 * bundler's default would create many small chunks, one for each set of importers.
 */
const pages: readonly (readonly Step[])[] = [
  [
    { chunk: 'room', roots: ['/src/elements/room/room.ts'] },
    {
      chunk: 'preview',
      roots: [
        '/src/elements/room/call-view.ts',
        '/src/define/preview-parts.ts',
        '/src/state/room/way-in.ts',
      ],
    },
    // A separate chunk: the preview of an app with its own services must not load the client.
    { chunk: 'services', roots: ['/src/services/room-services.ts'] },
    // The check of the connection in a preview also needs LiveKit, and loads with the session.
    { chunk: 'session', roots: ['/src/rtc/livekit/session.ts'] },
    {
      chunk: 'call',
      roots: [
        '/src/elements/room/call-content.ts',
        '/src/define/call-parts.ts',
        '/src/state/room/join-call.ts',
        '/src/services/tab-guard.ts',
        // Modules that several slices of a call share: too small for chunks of their own.
        '/src/icons/close.ts',
        '/src/icons/hand.ts',
        '/src/icons/signal-lost.ts',
        '/src/icons/sound-off.ts',
        '/src/parts/signs.ts',
        '/src/parts/panel-counts.ts',
        '/src/locales/en/pausedWords.ts',
      ],
    },
    // Modules shared by the background code of a call, by panels, and by screens that load late.
    {
      chunk: 'later',
      roots: [
        '/src/elements/room/signal-answers.ts',
        '/src/locales/en/laterControlWords.ts',
        '/src/locales/en/who.ts',
        '/src/features/invite/copy-link.ts',
        '/src/locales/en/inviteWords.ts',
        '/src/parts/hosts.ts',
        '/src/parts/settings.ts',
        '/src/parts/switchable-part.ts',
        '/src/events/signal-request-events.ts',
      ],
    },
    // The code that measures and plays sound, before a call and in it.
    {
      chunk: 'voice',
      roots: [
        '/src/features/voice/voice-meter.ts',
        '/src/features/voice/tone.ts',
        '/src/features/voice/level-bars.ts',
        '/src/features/voice/level-styles.ts',
      ],
    },
    { chunk: 'panels', roots: ['/src/elements/room/panel-host.ts', '/src/define/panels.ts'] },
    // Shared by the screens and by the warnings for authors, which need no screens.
    { chunk: 'versions', roots: ['/src/core/versions.ts'] },
    // Loads with the first of its screens, or after a call has begun.
    {
      chunk: 'late',
      roots: [
        '/src/elements/room/late-screens.ts',
        '/src/state/room/scheduled.ts',
        '/src/state/room/approval-wait.ts',
      ],
    },
  ],
  [
    { chunk: 'list', roots: ['/src/elements/room-list/room-list.ts'] },
    { chunk: 'services', roots: ['/src/services/list-services.ts'] },
    { chunk: 'rooms', roots: ['/src/elements/room-list/content.ts'] },
  ],
];

/**
 * Creates one chunk for each step, and another for the modules that steps of two pages share. The
 * roots of a later step are in its chunk, too: a chunk for each would cost a request and a list of
 * imports.
 */
export const codeSplitting: Rolldown.CodeSplittingOptions = {
  includeDependenciesRecursively: false,
  groups: [{ name: chunkOf, debugName: 'steps' }],
};

function chunkOf(id: string, context: Context): string | null {
  if (context.getModuleInfo(id)?.isEntry) return null;
  const found = pages.flatMap((steps) => {
    const index = steps.findIndex(({ roots }) => isNeeded(id, roots, context));
    const step = steps[index];
    return step ? [{ index, chunk: step.chunk }] : [];
  });
  const earliest = Math.min(...found.map(({ index }) => index));
  const chunks = new Set(found.filter(({ index }) => index === earliest).map(({ chunk }) => chunk));
  // Modules that only a list needs stay in its entry.
  const name = [...chunks].join('-');
  return name && name !== 'list' ? name : null;
}

/** Whether one of the roots imports the module, be it through others. */
function isNeeded(id: string, roots: readonly string[], context: Context): boolean {
  const seen = new Set([id]);
  for (const each of seen) {
    if (roots.some((root) => each.endsWith(root))) return true;
    for (const importer of context.getModuleInfo(each)?.importers ?? []) seen.add(importer);
  }
  return false;
}
