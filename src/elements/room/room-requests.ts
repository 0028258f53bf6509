import type { RequestType } from '../../events/request-events.js';
import { isMeantFor } from '../../parts/request.js';
import type { JoinOptions, RoomStore } from '../../state/types.js';
import type { LayoutMode, PinSource, RoomView } from '../../state/view.js';

/** What can be asked of a room. */
export interface RequestTarget {
  readonly store: RoomStore;
  readonly view: RoomView;
  /** Joins, whatever state the room is in. */
  join(options: JoinOptions): Promise<void>;
}

/** The fields of a request: a foreign element's event may carry anything in them. */
type RequestFields = Readonly<
  Record<
    | 'enabled'
    | 'microphone'
    | 'camera'
    | 'displayName'
    | 'layout'
    | 'mode'
    | 'identity'
    | 'source'
    | 'panel'
    | 'open',
    unknown
  >
>;

type Answer = (target: RequestTarget, request: RequestFields) => Promise<void> | void;

const answers: Readonly<Record<RequestType, Answer>> = {
  'ffc-join-request': (target, request) => target.join(joinOptions(request)),
  'ffc-leave-request': ({ store }) => store.leave(),
  'ffc-microphone-request': ({ store }, { enabled }) =>
    store.setMicrophoneEnabled(wanted(enabled, store.controls.getSnapshot().microphone.enabled)),
  'ffc-camera-request': ({ store }, { enabled }) =>
    store.setCameraEnabled(wanted(enabled, store.controls.getSnapshot().camera.enabled)),
  'ffc-screen-share-request': ({ store }, { enabled }) =>
    store.setScreenShareEnabled(wanted(enabled, store.controls.getSnapshot().screenShare.enabled)),
  'ffc-layout-request': ({ view }, { layout, mode }) => {
    const knownMode = isLayoutMode(mode) ? mode : undefined;
    if (isText(layout)) view.setLayout(layout, knownMode);
    else if (knownMode) view.setMode(knownMode);
  },
  'ffc-pin-request': ({ view }, { identity, source }) => {
    if (isText(identity)) view.pin(identity, isPinSource(source) ? source : undefined);
    else view.unpin();
  },
  'ffc-panel-request': ({ view }, { panel, open }) => {
    if (!isText(panel)) return;
    const isOpen = view.state.getSnapshot().panel === panel;
    if (wanted(open, isOpen)) view.openPanel(panel);
    else if (isOpen) view.closePanel();
  },
};

/** A request that left its room through a room around it was meant for the inner one. */
const answered = new WeakSet<Event>();

/** Acts on what parts ask for, after everybody has had the chance to cancel it. */
export function answerRequests(target: RequestTarget, host: EventTarget): void {
  for (const [type, answer] of Object.entries(answers)) {
    host.addEventListener(type, (event) => {
      if (answered.has(event) || !isMeantFor(event, host)) return;
      answered.add(event);
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        const act = async (): Promise<void> => answer(target, event as Event & RequestFields);
        // A failure is part of the state by now, and `ffc-error` told it.
        act().catch(() => {});
      });
    });
  }
}

function wanted(asked: unknown, current: boolean): boolean {
  return typeof asked === 'boolean' ? asked : !current;
}

function joinOptions({ microphone, camera, displayName }: RequestFields): JoinOptions {
  return {
    ...(typeof microphone === 'boolean' && { microphone }),
    ...(typeof camera === 'boolean' && { camera }),
    ...(isText(displayName) && { displayName }),
  };
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value !== '';
}

function isLayoutMode(value: unknown): value is LayoutMode {
  return value === 'automatic' || value === 'manual';
}

function isPinSource(value: unknown): value is PinSource {
  return value === 'camera' || value === 'screen_share';
}
