import '../../src/define/ffc-stage.js';
import type { FfcParticipantTileElement } from '../../src/elements/participant-tile/participant-tile.js';
import type { FfcStageElement } from '../../src/elements/stage/stage.js';
import { eventually, nextMacrotask } from './element-suite.js';
import { createTestRoom, type TestRoom, type TestRoomOptions } from './test-room.js';

export interface StageOptions extends TestRoomOptions {
  readonly width?: number;
  readonly height?: number;
  readonly dir?: 'ltr' | 'rtl';
}

/** A stage of the given size, 1280×720 px by default, in a room with a crowd. */
export async function createStage({
  width = 1280,
  height = 720,
  dir = 'ltr',
  ...options
}: StageOptions = {}): Promise<{
  room: TestRoom;
  stage: FfcStageElement;
}> {
  const room = await createTestRoom(options);
  const stage = document.createElement('ffc-stage');
  room.host.dir = dir;
  stage.style.width = `${width}px`;
  stage.style.height = `${height}px`;
  room.host.append(stage);
  await eventually(stage, () => tilesOf(stage).length > 0 || part(stage, 'message'));
  // The browser reports the stage's size while the tiles are drawn: let the stage handle that
  // first.
  await nextMacrotask();
  return { room, stage };
}

export function tilesOf(stage: FfcStageElement): FfcParticipantTileElement[] {
  return [...stage.renderRoot.querySelectorAll('ffc-participant-tile')];
}

export function identitiesOf(stage: FfcStageElement): (string | undefined)[] {
  return tilesOf(stage).map(({ identity }) => identity);
}

export function topOf(tile: FfcParticipantTileElement): number {
  return tile.getBoundingClientRect().top;
}

export function videoOf(tile: FfcParticipantTileElement): HTMLVideoElement | null {
  return tile.renderRoot.querySelector('video');
}

export function hasPicture(tile: FfcParticipantTileElement): boolean {
  return tile.renderRoot.querySelector('video:not(.waiting)') !== null;
}

export function part(stage: FfcStageElement, name: string): HTMLElement | null {
  return stage.renderRoot.querySelector(`[part='${name}']`);
}

export function countOf(stage: FfcStageElement): string | undefined {
  return stage.renderRoot.querySelector('.count')?.textContent;
}

export function pagerButtons(stage: FfcStageElement): HTMLButtonElement[] {
  return [...stage.renderRoot.querySelectorAll<HTMLButtonElement>('.pager button')];
}
