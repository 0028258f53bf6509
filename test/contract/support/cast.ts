import assert from 'node:assert/strict';
import { after } from 'node:test';
import { asApp, asMember, type Body, type Call } from './calls.js';
import { target, type Credentials } from './target.js';

/** A part of names that is of its own for each run: the real service remembers earlier ones. */
export const run = crypto.randomUUID().slice(0, 8);

/** The type of the rooms that tests make when they say nothing else. */
export const type = 'VIDEO_CONFERENCE';

/** An id that no room has: as large as numbers of JSON are exact. */
export const noRoom = Number.MAX_SAFE_INTEGER;

/** Somebody who is logged in: calls the member API. */
export type Person = Call & { readonly appUserId: string; readonly token: string };

/** An app, its members and their rooms. What they leave behind is deleted after the tests. */
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

    /** Logs somebody in whose `appUserId` begins with the name. */
    enter: async (name: string): Promise<Person> => {
      const appUserId = name + run;
      const { status, body } = await app('POST /members/login', { appUserId });
      assert.equal(status, 200);
      appUserIds.push(appUserId);
      const token = body.accessToken;
      return Object.assign(asMember(token), { appUserId, token });
    },

    /** Makes a room of the person's, by the app, so that no policy stands against it. */
    makeRoom: async ({ appUserId }: Person, fields: object = {}): Promise<Body> => {
      const { status, body } = await app('POST /video-rooms', { type, appUserId, ...fields });
      assert.equal(status, 201);
      roomIds.push(body.id);
      return body;
    },
  };
}
