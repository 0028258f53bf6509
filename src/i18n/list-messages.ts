import type { AccessLevel, RoomSort, RoomType, VideoRoomState } from '../api/types.js';
import type { PresenceMessages } from './panel-messages.js';
import type { ErrorMessages } from './types.js';

/** The words of the frame of `<ffc-room-list>`, which shows from the start. */
export interface RoomListFrameMessages {
  readonly heading: string;
  readonly create: string;
  readonly search: string;
  readonly state: string;
  readonly anyState: string;
  /** A room's state, also a future one that is not known yet. */
  readonly stateName: (state: VideoRoomState) => string;
  readonly sort: string;
  readonly sortName: (sort: RoomSort) => string;
  readonly loading: string;
  /** The number of rooms on all pages. */
  readonly count: (rooms: number) => string;
  /** A part of the list's own code could not be loaded. */
  readonly partMissing: string;
  readonly retry: string;
}

/** The words of the rooms, which load with the code that renders them. */
export interface RoomListContentMessages {
  /** The words for failures, by reason. */
  readonly errors: ErrorMessages;
  /** The title of a room without one. */
  readonly untitled: string;
  readonly locked: string;
  /** The rule of who may enter a room, also a future one that is not known yet. */
  readonly accessName: (level: AccessLevel) => string;
  /** The reason why a room that is not a call cannot be picked. */
  readonly notJoinable: (type: RoomType) => string;
  /** `when` is a time in words: “in 2 hours”, or a date. */
  readonly starts: (when: string) => string;
  /** A planned room whose time has passed: `when` is “3 hours ago”, or a date. */
  readonly planned: (when: string) => string;
  readonly started: (when: string) => string;
  readonly ended: (when: string) => string;
  readonly created: (when: string) => string;
  readonly edit: (room: string) => string;
  readonly delete: (room: string) => string;
  readonly none: string;
  readonly noneHint: string;
  /** Replaces `noneHint` for members who may create rooms. */
  readonly createHint: string;
  readonly notFound: string;
  readonly notFoundHint: string;
  readonly clear: string;
  readonly stale: string;
  readonly previous: string;
  readonly next: string;
  readonly pageOf: (page: number, pages: number) => string;
}

/** The words of the dialogs, which load with the first opened dialog. */
export interface RoomListDialogMessages {
  readonly createTitle: string;
  readonly createSubmit: string;
  /** The service does not allow the member to create rooms. */
  readonly createForbidden: string;
  readonly createAndJoin: string;
  readonly editTitle: string;
  readonly editSubmit: string;
  readonly title: string;
  readonly description: string;
  readonly password: string;
  readonly optional: string;
  readonly passwordHint: string;
  readonly showPassword: string;
  /** Replaces `password` for a room that has one. */
  readonly newPassword: string;
  readonly keepPassword: string;
  readonly removePassword: string;
  readonly moreOptions: string;
  readonly startsAt: string;
  /** The time is in the past, or invalid. */
  readonly startsAtInvalid: string;
  readonly access: string;
  readonly type: string;
  readonly typeName: (type: RoomType) => string;
  readonly approval: string;
  readonly recording: string;
  readonly deleteTitle: (room: string) => string;
  readonly deleteText: string;
  readonly deleteSubmit: string;
  readonly cancel: string;
  /** On the button of a dialog, while the request runs. */
  readonly creating: string;
  readonly saving: string;
  readonly deleting: string;
  readonly createdRoom: (room: string) => string;
  readonly updatedRoom: (room: string) => string;
  readonly deletedRoom: (room: string) => string;
}

/** The words of faces, links and countdowns, which load after the rooms. */
export interface RoomListLaterMessages extends Pick<PresenceMessages, 'hereNow'> {
  /** `time` is `4:59`. */
  readonly startsIn: (time: string) => string;
  readonly startsNow: string;
  /** On the room that is open beside the list, while the person is not in its call. */
  readonly openHere: string;
  /** On the room whose call the person is in. */
  readonly inCall: string;
  readonly inviteCopied: string;
  readonly inviteNotCopied: string;
}

/** The words of links and further filters. The filters also use words of the dialogs. */
export interface RoomListFilterMessages {
  readonly copyLink: (room: string) => string;
  /** On the button that shows further filters. */
  readonly filters: string;
  /** The choice that turns a filter off. `filter` is the name of the filter. */
  readonly allOf: (filter: string) => string;
  /** The name of the filter by owner. */
  readonly owner: string;
  readonly ownRooms: string;
}

/** The words of a list while no dialog is open. */
export interface RoomListViewMessages extends RoomListFrameMessages, RoomListContentMessages {}

/** The words of the rooms and of the dialogs. */
export interface RoomListFormMessages extends RoomListViewMessages, RoomListDialogMessages {}

/** All words that `<ffc-room-list>` shows or announces. */
export interface RoomListMessages
  extends RoomListFormMessages, RoomListFilterMessages, RoomListLaterMessages {}
