import '../../src/define/ffc-participant-tile.js';
import { loadTileExtras } from '../../src/elements/participant-tile/load-extras.js';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import type { TileSource } from '../../src/elements/participant-tile/tile-state.js';
import type { MockParticipant } from '../../src/mock/index.js';
import { eventually } from './element-suite.js';
import { createTestRoom, type TestRoom } from './test-room.js';

/** Mina has camera and microphone on. */
export const mina: MockParticipant = { identity: 'mina', metadata: { appUserName: 'Mina Kim' } };

export interface TileOptions {
  /** Default `mina`; empty: the local participant. */
  readonly identity?: string;
  readonly source?: TileSource;
  /** Whether the tile is beside the room, and refers to the room's id. */
  readonly outside?: boolean;
}

/** Adds a tile to a room, after the code that tiles load late has been loaded. */
export async function addTile(
  room: TestRoom,
  { identity = 'mina', source = 'camera', outside = false }: TileOptions = {},
): Promise<FfcParticipantTileElement> {
  await loadTileExtras();
  const tile = document.createElement('ffc-participant-tile');
  if (identity) tile.identity = identity;
  tile.source = source;
  if (outside) tile.htmlFor = 'test-room';
  (outside ? document.body : room.host).append(tile);
  await tile.updateComplete;
  return tile;
}

/** A room with Mina in it, and her tile. */
export async function tileOf(
  person: Partial<MockParticipant>,
): Promise<{ room: TestRoom; tile: FfcParticipantTileElement }> {
  const room = await createTestRoom({ participants: [{ ...mina, ...person }] });
  return { room, tile: await addTile(room) };
}

export function part(tile: FfcParticipantTileElement, name: string): HTMLElement | null {
  return tile.renderRoot.querySelector(`[part='${name}']`);
}

/** The tile's name for screen readers. */
export function label(tile: FfcParticipantTileElement): string {
  return part(tile, 'tile')!.getAttribute('aria-label') ?? '';
}

/** The video, once it shows its first frame. */
export function videoShown(tile: FfcParticipantTileElement): Promise<HTMLVideoElement> {
  return eventually(tile, () =>
    tile.renderRoot.querySelector<HTMLVideoElement>('video:not(.waiting)'),
  );
}
