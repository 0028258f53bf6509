import assert from 'node:assert/strict';
import { after } from 'node:test';
import { asApp, asMember, type Body, type Call } from './calls.js';
import { target, type Credentials } from './target.js';

/** A part of names, unique for each run: the real service still knows the names of earlier runs. */
export const run = crypto.randomUUID().slice(0, 8);

/** The default type of the rooms that tests create. */
export const type = 'VIDEO_CONFERENCE';

/** An id that no room has: the largest integer that JSON numbers hold exactly. */
export const noRoom = Number.MAX_SAFE_INTEGER;

/** A logged-in member, as a function that calls the member API. */
export type Person = Call & { readonly appUserId: string; readonly token: string };

/** An app, its members and their rooms. Everything that is left is deleted after the tests. */
export function createCast(credentials: Credentials = target.app) {
  const app = asApp(credentials);
  const appUserIds: string[] = [];
  const roomIds: number[] = [];

  after(async () => {
    for (const id of roomIds) await app(`DELETE /video-rooms/${id}`);
    for (const appUserId of appUserIds) await app(`DELETE /members/${appUserId}`);
  });

  return {
    app,

    /** Logs in a member whose `appUserId` begins with the name. */
    enter: async (name: string): Promise<Person> => {
      const appUserId = name + run;
      const { status, body } = await app('POST /members/login', { appUserId });
      assert.equal(status, 200);
      appUserIds.push(appUserId);
      const token = body.accessToken;
      return Object.assign(asMember(token), { appUserId, token });
    },

    /** Creates a room of the person as the app, because a policy may keep members from creating. */
    makeRoom: async ({ appUserId }: Person, fields: object = {}): Promise<Body> => {
      const { status, body } = await app('POST /video-rooms', { type, appUserId, ...fields });
      assert.equal(status, 201);
      roomIds.push(body.id);
      return body;
    },
  };
}
