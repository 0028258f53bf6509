/**
 * The journeys that a person waits for, the slices that load later, and their budgets (gzip, in
 * English).
 */

/** Code that loads on the way to something that a person wants to see. */
export interface Journey {
  readonly what: string;
  /** The module that the page imports. */
  readonly entry: string;
  /** The modules that are asked for by `import()` on the way, beside those that they import. */
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
    budget: 28_000,
  },
  { what: 'an idle room', entry: room, loads: [], budget: 25_000 },
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
    budget: 50_000,
  },
  {
    // It loads behind the preview, so that joining from there loads nothing any more.
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
    // Nobody waits for all of it. It has a bound of its own, so that further features load after
    // the call.
    budget: 73_300,
  },
];

/** The slices that load when a person opens them. */
export interface Slice {
  readonly what: string;
  /** Which modules belong to it. */
  readonly modules: RegExp;
  /** Bytes after gzip that it may add to an open room. */
  readonly ceiling: number;
  /** Slices that have loaded by themselves before it: they are weighed by ceilings of their own. */
  readonly after?: readonly string[];
  /** Its size does not count: nothing that works loads it. */
  readonly forMistakes?: boolean;
  /** There is not always one: it is not part of the product yet. */
  readonly optional?: boolean;
}

/** A slice below this costs more in requests than it saves. */
export const smallestSlice = 1_000;

export const slices: readonly Slice[] = [
  {
    what: 'what the author of a page is told',
    modules: /^src\/elements\/(room\/parts|shared\/(copy|attribute))-advice\.ts$/,
    ceiling: 1_000,
    forMistakes: true,
  },
  {
    what: 'what draws panels',
    // Together with the registration of this package's panels, which a call without panels does not
    // load.
    modules: /^src\/(elements\/room\/panel-|locales\/en\/panelFrame|define\/panels|parts\/panels)/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_600,
  },
  {
    what: 'the arrangement of a bar',
    modules: /^src\/elements\/control-bar\/bar-layout/,
    after: ['src/parts/control-menu.ts', 'src/parts/more-items.ts', 'src/define/later-controls.ts'],
    ceiling: 3_500,
  },
  {
    what: 'who waits for a host',
    modules: /^src\/(features\/waiting|define\/ffc-waiting)/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_300,
  },
  {
    what: 'what the stage of a call loads behind it',
    modules: /^src\/elements\/stage\/(stage-extras|later-)/,
    ceiling: 6_000,
  },
  {
    what: 'what people do with the tiles of a stage',
    modules: /^src\/elements\/stage\/(tile-actions|tool-)/,
    ceiling: 5_500,
  },
  {
    // In part no choice of the person's: it loads behind a call too.
    what: 'the screens before and after a call',
    modules:
      /^src\/(elements\/room\/(late-|scheduled-screen|password-screen|end-screens|screen-styles)|locales\/en\/roomScreens)/,
    ceiling: 6_600,
  },
  {
    what: 'what a prejoin loads behind its picture',
    modules: /^src\/(features\/(prejoin|voice)\/|locales\/en\/prejoinWords)/,
    ceiling: 5_000,
  },
  {
    what: 'links, countdowns and filters of a list',
    modules: /^src\/elements\/room-list\/extras/,
    ceiling: 3_500,
  },
  {
    what: 'who is in the live rooms of a list',
    modules: /^src\/elements\/room-list\/faces/,
    ceiling: 2_000,
  },
  {
    what: 'who is in a room already',
    modules: /^src\/(features\/presence\/|locales\/en\/presenceWords)/,
    after: ['src/features/prejoin/prejoin-extras.ts'],
    ceiling: 2_500,
  },
  {
    what: 'chat',
    modules: /^src\/((features|elements|state)\/chat\/|services\/chat-)/,
    ceiling: 8_000,
  },
  {
    what: 'what is told and asked in a call',
    modules: /^src\/elements\/room\/call-extras/,
    after: ['src/define/later-controls.ts'],
    ceiling: 3_000,
  },
  {
    what: 'what a list loads behind its first rows',
    modules: /^src\/elements\/room-list\/later/,
    ceiling: 3_500,
  },
  // Of the chat and of the people panel.
  {
    what: 'the calls about channels',
    // Their schemas are in a chunk that the approval calls share.
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
    ceiling: 3_700,
  },
  {
    what: 'settings',
    modules: /^src\/(features\/settings|define\/ffc-settings)/,
    // The bars that follow the voice come with the preview.
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
    what: 'what makes a call comfortable',
    modules: /^src\/features\/comfort\//,
    after: ['src/define/later-controls.ts', 'src/features/prejoin/prejoin-extras.ts'],
    ceiling: 4_500,
  },
  {
    what: 'what a chat loads behind its messages',
    modules: /^src\/features\/chat-later\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 1_500,
  },
  {
    what: 'the language, and what this browser keeps',
    modules: /^src\/features\/more-settings\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 1_500,
  },
  {
    // For a page with effects. The code of the effects themselves is part of the page's own bundle.
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
    what: 'what a call tells of its media',
    modules: /^src\/elements\/room\/call-facts/,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_500,
  },
  {
    what: 'the details of a connection',
    modules: /^src\/features\/connection\//,
    after: ['src/define/later-controls.ts'],
    ceiling: 2_500,
  },
  { what: 'the event stream', modules: /^src\/api\/push[.-]/, ceiling: 3_000 },
  { what: 'Korean', modules: /^src\/locales\/ko\/deviceError-/, ceiling: 6_000 },
  {
    what: 'Korean of panels',
    modules: /^src\/locales\/ko\/panels/,
    // A list loads it for these, which have some of it already.
    after: ['src/elements/room-list/extras.ts'],
    ceiling: 4_000,
  },
];

/** The budget of a slice without a name above. */
export const otherCeiling = 3_000;
