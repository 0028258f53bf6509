import { type Cell, createCell, type Readable } from '../core/cell.js';
import type { RoomHandle } from './room-handle.js';

/** The volume of a participant in this browser only. */
export interface Volume {
  /** From 0 to 1. */
  readonly level: number;
  readonly isMuted: boolean;
}

type Volumes = ReadonlyMap<string, Volume>;

const cells = new WeakMap<RoomHandle, Cell<Volumes>>();

/**
 * The volumes of the others, by identity. They last as long as the room's element, over several
 * calls.
 */
export function volumesOf(room: RoomHandle): Readable<Volumes> {
  return cellOf(room);
}

/** The volume of a participant. Default: full, until the person sets another one. */
export function volumeOf(room: RoomHandle, identity: string): Volume {
  return cellOf(room).getSnapshot().get(identity) ?? { level: 1, isMuted: false };
}

/** Changes the volume of a participant in this browser, or mutes them. */
export function setVolume(room: RoomHandle, identity: string, change: Partial<Volume>): void {
  const cell = cellOf(room);
  const next = { ...volumeOf(room, identity), ...change };
  cell.set(new Map([...cell.getSnapshot(), [identity, next]]));
}

/** Whether the browser lets a page set the volume of media. On iPhones only the person can. */
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

/**
 * Creates the cell, and applies its changes to the room's players. The audio renderer marks each
 * player with the participant's identity.
 */
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
