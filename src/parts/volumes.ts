import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The volume of somebody at this browser alone. */
export interface Volume {
  /** 0 to 1. */
  readonly level: number;
  readonly isMuted: boolean;
}

type Volumes = ReadonlyMap<string, Volume>;

const cells = new WeakMap<RoomHandle, Cell<Volumes>>();

/**
 * The volumes of the others, by identity; they stay with the element of the room, call after call.
 */
export function volumesOf(room: RoomHandle): Readable<Volumes> {
  return cellOf(room);
}

/** The volume of somebody: unchanged until the person sets another one. */
export function volumeOf(room: RoomHandle, identity: string): Volume {
  return cellOf(room).getSnapshot().get(identity) ?? { level: 1, isMuted: false };
}

/** Makes somebody louder or softer, or silent, for the person at this browser. */
export function setVolume(room: RoomHandle, identity: string, change: Partial<Volume>): void {
  const cell = cellOf(room);
  const next = { ...volumeOf(room, identity), ...change };
  cell.set(new Map([...cell.getSnapshot(), [identity, next]]));
}

/** Whether the browser lets a page choose how loud media play: on iPhones the person alone does. */
export function canSetVolume(): boolean {
  const audio = document.createElement('audio');
  audio.volume = 0.5;
  return audio.volume === 0.5;
}

function cellOf(room: RoomHandle): Cell<Volumes> {
  const cell = cells.get(room) ?? createVolumes(room);
  cells.set(room, cell);
  return cell;
}

/** The room's players follow the cell from then on; the audio renderer says whose each of them is. */
function createVolumes(room: RoomHandle): Cell<Volumes> {
  const cell = createCell<Volumes>(new Map());
  const container = room.host.shadowRoot?.querySelector('#audio');
  if (!container) return cell;
  const apply = (): void => {
    for (const audio of container.querySelectorAll('audio')) {
      const volume = cell.getSnapshot().get(audio.dataset['identity'] ?? '');
      if (!volume) continue;
      audio.volume = volume.level;
      audio.muted = volume.isMuted;
    }
  };
  cell.subscribe(apply);
  new MutationObserver(apply).observe(container, { childList: true });
  return cell;
}
