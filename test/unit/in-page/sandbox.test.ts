import { expect } from '@open-wc/testing';
import {
  createInPageSandbox,
  type InPageFault,
  type InPageSandbox,
} from '../../../sandbox/in-page/in-page-sandbox.js';
import type { RtcSession } from '../../../src/headless.js';
import { failureOf } from '../api/support.js';

/** Resolves with the reason of a promise's rejection. */
const thrownBy = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => expect.fail('It did not reject.'),
    (error: unknown) => error,
  );

describe('the in-page sandbox', () => {
  let sandbox: InPageSandbox;
  beforeEach(() => (sandbox = createInPageSandbox()));
  afterEach(() => sandbox.stop());

  const rooms = '/v2/members/me/video-rooms';

  async function join(appUserId: string, roomId: number): Promise<RtcSession> {
    const { member, createSession } = sandbox.roomServices(appUserId);
    const { webRtcServerUrl: url, webRtcToken: token } = await member.issueRtcToken(roomId);
    const session = await createSession({});
    await session.connect({ url, token });
    return session;
  }

  const identities = (session: RtcSession): string[] =>
    session.participants().map(({ identity }) => identity);

  it('answers as the service does, to nobody without a token', async () => {
    const response = await sandbox.fetch(sandbox.endpoint + rooms);
    expect(response.status).to.equal(401);
    expect(await response.json()).to.include({ errorCode: 'EMPTY_MEMBER_ACCESS_TOKEN' });
  });

  it('answers the server API too', async () => {
    const [{ apiKey, apiSecret }] = sandbox.apps;
    const response = await sandbox.fetch(`${sandbox.endpoint}/v2/apps/me/members`, {
      headers: { authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}` },
    });
    expect(await response.json()).to.include({ totalElements: 4 });
  });

  it('is nowhere but at its endpoint', async () => {
    const elsewhere = sandbox.fetch('https://elsewhere.invalid/v2/members/me');
    expect(await thrownBy(elsewhere)).to.be.instanceOf(TypeError);
  });

  it('does not let go on who has been told to stop', async () => {
    const why = new Error('no longer wanted');
    const stopped = sandbox.fetch(sandbox.endpoint, { signal: AbortSignal.abort(why) });
    expect(await thrownBy(stopped)).to.equal(why);

    await sandbox.faults.add({ path: rooms, kind: 'nothing' });
    const stopping = new AbortController();
    const waiting = sandbox.fetch(sandbox.endpoint + rooms, stopping);
    stopping.abort(why);
    expect(await thrownBy(waiting)).to.equal(why);
  });

  it('registers a member whom it does not know', async () => {
    expect(await sandbox.client('zoe').me()).to.include({ appUserId: 'zoe' });
    expect(await sandbox.client('mina').me()).to.include({ appUserName: 'Mina Kim' });
  });

  it('explains why it refuses an unknown fault', async () => {
    const fault = { path: rooms, kind: 'flood' } as unknown as InPageFault;
    expect(String(await thrownBy(sandbox.faults.add(fault)))).to.contain('kind');
  });

  it('lets nobody into a room that is not there', async () => {
    expect(await thrownBy(sandbox.join(404, 'mina'))).to.be.instanceOf(RangeError);
  });

  it('lets nobody into a call with a token of somebody else’s making', async () => {
    const session = await sandbox.roomServices('mina').createSession({});
    const connecting = session.connect({ url: 'wss://sandbox.invalid', token: 'made up' });
    expect((await failureOf(connecting)).reason).to.equal('media-token-rejected');
  });

  it('shows those who connect at the same time to each other', async () => {
    const { content } = await sandbox.client('mina').listRooms({ keyword: 'design' });
    const { id } = content[0]!;
    const [minas, juns] = await Promise.all([join('mina', id), join('jun', id)]);
    expect(identities(minas)).to.have.members(['mina', 'jun']);
    expect(identities(juns)).to.have.members(['mina', 'jun']);
  });

  it("shows the others a name of one's own, and who vouches for the member", async () => {
    const { content } = await sandbox.client('mina').listRooms({ keyword: 'design' });
    const { id } = content[0]!;
    const minas = await join('mina', id);
    const { member, createSession } = sandbox.roomServices('jun');
    const grant = await member.issueRtcToken(id, { customData: { displayName: 'Dr. Park' } });
    const juns = await createSession({});
    await juns.connect({ url: grant.webRtcServerUrl, token: grant.webRtcToken });
    for (const session of [minas, juns]) {
      const jun = session.participants().find(({ identity }) => identity === 'jun')!;
      expect(jun.metadata).to.include('"displayName":"Dr. Park"');
      expect(jun.permissions?.canUpdateMetadata).to.equal(false);
    }
  });

  it('shows nobody who has left to those who come later', async () => {
    const { content } = await sandbox.client('mina').listRooms({ keyword: 'design' });
    const { id } = content[0]!;
    const minas = await join('mina', id);
    await sandbox.join(id, 'alex');
    await minas.disconnect();
    const juns = await join('jun', id);
    expect(identities(juns)).to.have.members(['jun', 'alex']);
  });

  it('ends all calls when it stops', async () => {
    const { content } = await sandbox.client('mina').listRooms({ keyword: 'design' });
    const session = await join('mina', content[0]!.id);
    sandbox.stop();
    expect(session.connection).to.deep.equal({ state: 'disconnected', reason: 'connection-lost' });
  });
});
