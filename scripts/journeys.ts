/**
 * The journeys that a person waits for, the slices that load later, and their budgets (gzip, in
 * English).
 */

/** The code that loads before a person sees a certain screen. */
export interface Journey {
  readonly what: string;
  /** The module that the page imports. */
  readonly entry: string;
  /** The modules that load by `import()`. Their static imports are added. */
  readonly loads: readonly string[];
  /** Bytes after gzip. */
  readonly budget: number;
}

const list = 'src/define/ffc-room-list.ts';
const room = 'src/define/ffc-room.ts';

export const journeys: readonly Journey[] = [
  { what: 'the frame of a list', entry: list, loads: [], budget: 15_000 },
  {
    what: 'a list with rooms',
    entry: list,
    loads: ['src/elements/room-list/content.ts', 'src/services/list-services.ts'],
    budget: 28_110,
  },
  { what: 'an idle room', entry: room, loads: [], budget: 25_350 },
  {
    what: 'the first preview',
    entry: room,
    loads: [
      'src/services/room-services.ts',
      'src/state/room/way-in.ts',
      'src/define/preview-parts.ts',
      'src/elements/room/call-view.ts',
      'src/rtc/livekit/session.ts',
    ],
    budget: 50_450,
  },
  {
    // This code loads after the preview, so that a later join loads nothing.
    what: 'a call',
    entry: room,
    loads: [
      'src/services/room-services.ts',
      'src/state/room/way-in.ts',
      'src/define/preview-parts.ts',
      'src/elements/room/call-view.ts',
      'src/rtc/livekit/session.ts',
      'src/rtc/livekit/in-call.ts',
      'src/elements/room/call-content.ts',
      'src/define/call-parts.ts',
    ],
    // Nobody waits for all of this code. The budget makes further features load after the call has
    // begun.
    budget: 74_000,
  },
];

/** The slices that load when a person opens them. */
export interface Slice {
  readonly what: string;
  /** Matches the modules of the slice. */
  readonly modules: RegExp;
  /** Bytes after gzip that it may add to an open room. */
  readonly ceiling: number;
  /** Slices that load before this one. They do not count here, and have their own ceilings. */
  readonly after?: readonly string[];
  /** The size does not count, because only a page with a mistake loads this slice. */
  readonly forMistakes?: boolean;
  /** The slice may be missing, because it is not part of the product yet. */
  readonly optional?: boolean;
}

/** The smallest slice, in bytes. A smaller one costs more in requests than it saves. */
export const smallestSlice = 1_000;

export const slices: readonly Slice[] = [
  {
    what: 'the warnings to the author of a page',
    modules: /^src\/elements\/(room\/parts|shared\/(copy|attribute))-advice\.ts$/,
    ceiling: 1_000,
    forMistakes: true,
  },
  {
    what: 'the frame of panels',
    // With the registration of this package's panels, which a call without panels does not load.
    modules: /^src\/(elements\/room\/panel-|locales\/en\/panelFrame|define\/panels|parts\/panels)/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_600,
  },
  {
    what: 'the arrangement of a bar',
    modules: /^src\/elements\/control-bar\/bar-layout/,
    after: ['src/parts/control-menu.ts', 'src/parts/more-items.ts', 'src/define/later-controls.ts'],
    ceiling: 3_900,
  },
  {
    what: 'the screen of a person who waits for a host',
    modules: /^src\/(features\/waiting|define\/ffc-waiting)/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_300,
  },
  {
    what: 'the background code of a stage',
    modules: /^src\/elements\/stage\/(stage-extras|later-)/,
    ceiling: 6_000,
  },
  {
    what: 'the interactions with tiles',
    modules: /^src\/elements\/stage\/(tile-actions|tool-)/,
    ceiling: 5_500,
  },
  {
    what: 'the comforts of a stage',
    modules: /^src\/elements\/stage\/stage-comforts/,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_300,
  },
  {
    // A person does not always open these screens: they also load after a call has begun.
    what: 'the screens before and after a call',
    modules:
      /^src\/(elements\/room\/(late-|scheduled-screen|password-screen|end-screens|screen-styles)|locales\/en\/roomScreens)/,
    ceiling: 6_720,
  },
  {
    what: 'the background code of a prejoin',
    modules: /^src\/(features\/(prejoin|voice)\/|locales\/en\/prejoinWords)/,
    ceiling: 5_020,
  },
  {
    what: 'links, countdowns and filters of a list',
    modules: /^src\/elements\/room-list\/extras/,
    ceiling: 3_500,
  },
  {
    what: 'the people in the live rooms of a list',
    modules: /^src\/elements\/room-list\/faces/,
    ceiling: 2_000,
  },
  {
    what: 'the people in a room before a join',
    modules: /^src\/(features\/presence\/|locales\/en\/presenceWords)/,
    after: ['src/features/prejoin/prejoin-extras.ts'],
    ceiling: 2_500,
  },
  {
    what: 'chat',
    modules: /^src\/((features|elements|state)\/chat\/|services\/chat-)/,
    ceiling: 8_100,
  },
  {
    what: 'the announcements and questions of a call',
    modules: /^src\/elements\/room\/call-extras/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_200,
  },
  {
    what: 'the background code of a list',
    modules: /^src\/elements\/room-list\/later/,
    ceiling: 3_500,
  },
  // Part of the chat and of the people panel.
  {
    what: 'the calls about channels',
    // The schemas are in a chunk that the calls about approval share.
    modules: /^src\/api\/channel-calls/,
    ceiling: 1_700,
  },
  { what: 'a chat without a channel', modules: /^src\/features\/call-text\//, ceiling: 2_000 },
  {
    what: 'participants',
    modules: /^src\/(features|elements)\/(participants|people)\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 5_000,
    optional: true,
  },
  {
    what: 'the menu of a person',
    modules: /^src\/(features\/person-menu\/person-|locales\/en\/personWords)/,
    // The code of all menus loads after the first bar of a call.
    after: ['src/parts/control-menu.ts', 'src/define/later-controls.ts'],
    ceiling: 3_800,
  },
  {
    what: 'settings',
    modules: /^src\/(features\/settings|define\/ffc-settings)/,
    // The level meter loads with the preview.
    after: ['src/define/later-controls.ts', 'src/features/prejoin/prejoin-extras.ts'],
    ceiling: 3_000,
  },
  {
    what: 'captions',
    modules: /^src\/(features\/captions|define\/ffc-captions)/,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_500,
  },
  {
    what: 'the comforts of a call',
    modules: /^src\/features\/comfort\//,
    after: ['src/define/later-controls.ts', 'src/features/prejoin/prejoin-extras.ts'],
    ceiling: 4_500,
  },
  {
    what: 'the background code of a chat',
    modules: /^src\/features\/chat-later\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 1_500,
  },
  {
    what: 'the settings for language and storage',
    modules: /^src\/features\/more-settings\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 1_500,
  },
  {
    // Only for a page with effects. The effects themselves are part of the page's own bundle.
    what: 'the switches of effects',
    modules: /^src\/(features\/effect-switches\/|locales\/en\/effectWords)/,
    after: ['src/features/prejoin/prejoin-extras.ts', 'src/define/later-controls.ts'],
    ceiling: 2_000,
  },
  {
    what: 'raised hands and reactions',
    modules: /^src\/features\/signals\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_500,
  },
  {
    what: 'the media events of a call',
    modules: /^src\/elements\/room\/call-facts/,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_500,
  },
  {
    what: 'the news of a call',
    modules: /^src\/elements\/room\/call-news/,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_100,
  },
  {
    what: 'the details of a connection',
    modules: /^src\/features\/connection\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_400,
  },
  { what: 'the event stream', modules: /^src\/api\/push[.-]/, ceiling: 3_000 },
  { what: 'Korean', modules: /^src\/locales\/ko\/deviceError-/, ceiling: 6_000 },
  {
    what: 'Korean of panels',
    modules: /^src\/locales\/ko\/panels/,
    // The extras of a list load this slice, and already contain some of its modules.
    after: ['src/elements/room-list/extras.ts'],
    ceiling: 4_300,
  },
];

/** The ceiling of a slice that is not listed above. */
export const otherCeiling = 3_000;
