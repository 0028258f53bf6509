import * as v from 'valibot';
import type { RoomRecord, RoomState } from './records.js';
import { isOver } from './room-life.js';

const seconds = v.optional(v.nullable(v.pipe(v.number(), v.minValue(0), v.maxValue(1e9))));

/** The times after which a room changes its state by itself, in seconds; null: never. */
export const roomPeriodsRequest = v.strictObject({
  /** From `scheduledAt`, in a room that nobody entered, to `CANCELLED`. */
  cancelAfter: seconds,
  /** From the end of the last call to `ENDED`. */
  endAfter: seconds,
  /** From `CANCELLED` or `ENDED` to `ARCHIVED`. */
  archiveAfter: seconds,
});

export type RoomPeriods = Required<v.InferOutput<typeof roomPeriodsRequest>>;

const day = 24 * 3600;

/** The periods of the real service are not published: these are assumed. */
export const defaultPeriods: RoomPeriods = {
  cancelAfter: day,
  endAfter: 30 * day,
  archiveAfter: 30 * day,
};

/**
 * When the room next changes by itself, in milliseconds since 1970, and to which state; undefined:
 * never.
 */
export function nextChange(
  room: RoomRecord,
  periods: RoomPeriods,
): { readonly at: number; readonly state: RoomState } | undefined {
  const { state, session, scheduledAt, liveEndedAt, lastModifiedAt, stateSince } = room;
  const change = (
    since: string | null,
    after: number | null | undefined,
    to: RoomState,
  ): ReturnType<typeof nextChange> =>
    since && typeof after === 'number'
      ? { at: Date.parse(since) + after * 1000, state: to }
      : undefined;
  if (session) return undefined;
  switch (state) {
    case 'SCHEDULED':
      return change(scheduledAt, periods.cancelAfter, 'CANCELLED');
    case 'LIVE_INACTIVE':
      return change(liveEndedAt, periods.endAfter, 'ENDED');
    case 'CANCELLED':
    case 'ENDED':
      return change(stateSince ?? lastModifiedAt, periods.archiveAfter, 'ARCHIVED');
    default:
      return undefined;
  }
}

/** The room after a change of state by the clock, or by the person who runs the sandbox. */
export function inState(room: RoomRecord, state: RoomState, now: string): RoomRecord {
  const ends = isOver({ state });
  return {
    ...room,
    state,
    session: ends ? null : room.session,
    liveEndedAt: ends && room.session ? now : room.liveEndedAt,
    cancelledAt: state === 'CANCELLED' ? now : room.cancelledAt,
  };
}
