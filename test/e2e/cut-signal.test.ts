import assert from 'node:assert/strict';
import { before, describe, it } from 'node:test';
import type { Person } from './people.js';
import { Saboteur } from './saboteur.js';
import { Suite } from './suite.js';

describe('a call whose signalling is cut', () => {
  const suite = new Suite();
  let saboteur: Saboteur;
  let mina: Person;
  let jun: Person;

  before(async () => {
    saboteur = new Saboteur(suite.sandbox);
    ({ mina, jun } = await suite.call('Shaky line'));
    await both((person, other) => person.sees(other));
  });

  const both = async (work: (person: Person, other: string) => Promise<void>): Promise<void> => {
    await Promise.all([work(mina, 'jun'), work(jun, 'mina')]);
  };

  /** Returns the call states, joins and leaves among a person's events, from an index on. */
  async function told(person: Person, from: number): Promise<string[]> {
    const events = (await person.events()).slice(from);
    return events.flatMap(({ type, state, identity }) =>
      type === 'ffc-state-change'
        ? (state ?? '')
        : /^ffc-participant-(joined|left)$/.test(type)
          ? `${identity} ${type.replace('ffc-participant-', '')}`
          : [],
    );
  }

  it('shows both people that it reconnects, and comes back without a leave', async () => {
    const from = new Map<Person, number>();
    await both(async (person) => void from.set(person, (await person.events()).length));
    await saboteur.cause({ kind: 'cut-signal', duration: 1000 });
    await both((person) =>
      person.event({ type: 'ffc-state-change', state: 'reconnecting' }).then(),
    );
    await both((person) => person.state('connected'));
    await both((person, other) => person.sees(other));
    await both(async (person) => {
      assert.deepEqual(await told(person, from.get(person) ?? 0), ['reconnecting', 'connected']);
    });
  });

  it('keeps the picture moving while it is cut', async () => {
    await saboteur.cause({ kind: 'cut-signal' });
    await both((person) => person.state('reconnecting'));
    await both((person, other) => person.sees(other));
    await saboteur.relent();
    await both((person) => person.state('connected'));
  });

  it('fails when it stays cut, and can be joined again after the cut', async () => {
    await both(async (person) => {
      await person.leave();
      await giveUpSoon(person);
      await person.rejoin();
    });
    await both((person, other) => person.sees(other));
    await saboteur.cause({ kind: 'cut-signal' });
    await both(async (person) => {
      await person.state('reconnecting');
      await person.state('failed');
      // The countdown would try again while the other person still reconnects.
      await person.room.getByRole('button', { name: 'Cancel', exact: true }).click();
    });
    await both((person) => person.event({ type: 'ffc-error', error: 'connection-lost' }).then());
    await saboteur.relent();
    await both((person) => person.rejoin());
    await both((person, other) => person.sees(other));
    assert.deepEqual([mina.complaints, jun.complaints], [[], []]);
  });

  it('tells people who try to join that the media server cannot be reached', async () => {
    const sara = await suite.person('sara');
    await sara.pick('Shaky line');
    await sara.state('prejoin');
    await saboteur.cause({ kind: 'cut-signal' });
    await sara.askToJoin();
    await sara.state('failed');
    await sara.event({ type: 'ffc-error', error: 'media-server-unreachable' });
    await saboteur.relent();
    await sara.button('Try again').click();
    await sara.join();
    await sara.close();
  });
});

/**
 * Lets LiveKit give up after a few seconds from the next join on. By default it tries to reconnect
 * for 45 seconds, with the same steps.
 */
async function giveUpSoon({ room }: Person): Promise<void> {
  await room.evaluate((room) => {
    const waits = [0, 300, 1200, 2700];
    (room as HTMLElementTagNameMap['ffc-room']).roomOptions = {
      reconnectPolicy: {
        nextRetryDelayInMs: ({ retryCount }: { readonly retryCount: number }) =>
          waits[retryCount] ?? null,
      },
    };
  });
}
