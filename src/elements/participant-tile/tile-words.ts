import type { RoomMessages } from '../../i18n/room-messages.js';
import type { ParticipantSnapshot } from '../../state/types.js';
import type { TileSigns } from './tile-content.js';
import type { TileSource, TileState } from './tile-state.js';

/** The text of the name plate. */
export function nameOf(
  { member, isLocal }: ParticipantSnapshot,
  source: TileSource,
  { nameOfSelf, screenOf, yourScreen }: RoomMessages,
): string {
  if (source === 'screen_share') return isLocal ? yourScreen : screenOf(member.name);
  return isLocal ? nameOfSelf(member.name) : member.name;
}

/** The name of the tile for screen readers: the member's name, followed by the signs. */
export function labelOf(
  name: string,
  { role, audioMuted, cameraOff, speaking, badQuality, picture }: TileState,
  { hand }: TileSigns,
  messages: RoomMessages,
): string {
  const states = [
    role && messages.tile.role(role),
    hand > 0 && messages.tile.hand(hand),
    audioMuted && messages.microphoneOff,
    cameraOff && messages.cameraOff,
    speaking && messages.speaking,
    badQuality && messages.quality[badQuality],
    picture.kind === 'video' && picture.isStalled && messages.tile.stalled,
  ];
  return [name, ...states.filter(Boolean)].join(', ');
}
