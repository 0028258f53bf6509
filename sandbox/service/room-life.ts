import type { CallEvent } from './media.js';
import type { MediaParticipant, RoomRecord } from './records.js';

/** The room after an event of the media server. */
export function afterMediaEvent(room: RoomRecord, event: CallEvent, now: string): RoomRecord {
  switch (event.type) {
    case 'participant-joined':
      return joined(room, event.session, { id: event.participant, appUserId: event.identity }, now);
    case 'participant-left':
      return room.session?.id === event.session
        ? without(
            room,
            room.session.participants.filter(({ id }) => id !== event.participant),
            now,
          )
        : room;
    case 'room-finished':
      // The end of an earlier call may be reported after the beginning of the next.
      return room.session?.id === event.session ? without(room, [], now) : room;
  }
}

/** The room after its call was cut off. */
export function afterMediaStopped(room: RoomRecord, now: string): RoomRecord {
  return room.session ? without(room, [], now) : room;
}

/** The participants of the first room's call who are not in the call of the other. */
export function participantsOnlyIn(room: RoomRecord, other: RoomRecord): MediaParticipant[] {
  const others = new Set(other.session?.participants.map(({ id }) => id));
  return (room.session?.participants ?? []).filter(({ id }) => !others.has(id));
}

/** The room when its scheduled time has passed: live if somebody is in its call. */
export function afterItsTime(room: RoomRecord, now: string): RoomRecord {
  const isDue = room.state === 'SCHEDULED' && room.session && !isEarly(room, now);
  return isDue ? { ...room, state: 'LIVE', liveStartedAt: now } : room;
}

/** Whether the room is over, so that nobody may enter any more. */
export function isOver({ state }: Pick<RoomRecord, 'state'>): boolean {
  return state === 'CANCELLED' || state === 'ENDED' || state === 'ARCHIVED';
}

/** A room that somebody enters before its time is not live yet (assumed). */
function isEarly({ state, scheduledAt }: RoomRecord, now: string): boolean {
  return state === 'SCHEDULED' && scheduledAt !== null && scheduledAt > now;
}

function joined(
  room: RoomRecord,
  session: string,
  participant: MediaParticipant,
  now: string,
): RoomRecord {
  if (isOver(room)) return room;
  const others = room.session?.id === session ? room.session.participants : undefined;
  return {
    ...room,
    ...(!others && {
      lastSessionNo: room.lastSessionNo + 1,
      liveStartedAt: isEarly(room, now) ? null : now,
      liveEndedAt: null,
    }),
    state: isEarly(room, now) ? 'SCHEDULED' : 'LIVE',
    session: {
      id: session,
      participants: [...(others ?? []).filter(({ id }) => id !== participant.id), participant],
    },
  };
}

function without(
  room: RoomRecord,
  participants: readonly MediaParticipant[],
  now: string,
): RoomRecord {
  if (!room.session) return room;
  if (participants.length) return { ...room, session: { ...room.session, participants } };
  if (room.state === 'SCHEDULED') return { ...room, session: null };
  return { ...room, state: 'LIVE_INACTIVE', session: null, liveEndedAt: now };
}
