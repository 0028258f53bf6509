import type { JoinOptions } from '../../state/types.js';
import type { RoomConnection } from './room-connection.js';

/** The fields that a request may carry; a foreign element's event may carry anything. */
interface RequestFields {
  readonly enabled?: unknown;
  readonly microphone?: unknown;
  readonly camera?: unknown;
  readonly displayName?: unknown;
}

type Answer = (connection: RoomConnection, request: RequestFields) => Promise<void>;

const answers: Readonly<Record<string, Answer>> = {
  'ffc-join-request': (connection, request) => connection.join(joinOptions(request)),
  'ffc-leave-request': ({ store }) => store.leave(),
  'ffc-microphone-request': ({ store }, { enabled }) =>
    store.setMicrophoneEnabled(wanted(enabled, store.controls.getSnapshot().microphone.enabled)),
  'ffc-camera-request': ({ store }, { enabled }) =>
    store.setCameraEnabled(wanted(enabled, store.controls.getSnapshot().camera.enabled)),
  'ffc-screen-share-request': ({ store }, { enabled }) =>
    store.setScreenShareEnabled(wanted(enabled, store.controls.getSnapshot().screenShare.enabled)),
};

/** A request that left its room through a room around it was meant for the inner one. */
const answered = new WeakSet<Event>();

/** Acts on what parts ask for, after everybody has had the chance to cancel it. */
export function answerRequests(connection: RoomConnection, host: EventTarget): void {
  for (const [type, answer] of Object.entries(answers)) {
    host.addEventListener(type, (event) => {
      if (answered.has(event)) return;
      answered.add(event);
      queueMicrotask(() => {
        if (event.defaultPrevented) return;
        // A failure is part of the state by now, and `ffc-error` told it.
        answer(connection, event as RequestFields).catch(() => {});
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
    ...(typeof displayName === 'string' && displayName && { displayName }),
  };
}
