import type { Sandbox } from '../../sandbox/start.js';

/** Stands in for an app's backend: it logs members in, and calls the service as them. */
export class AppBackend {
  readonly #sandbox: Sandbox;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  async memberToken(appUserId: string): Promise<string> {
    const { apiKey, apiSecret } = this.#sandbox;
    const basic = Buffer.from(`${apiKey}:${apiSecret}`).toString('base64');
    const answer = await this.#post('/v2/apps/me/members/login', `Basic ${basic}`, {
      appUserId,
      appUserName: appUserId,
    });
    return (answer as { accessToken: string }).accessToken;
  }

  async createRoom(appUserId: string, title: string, more: object = {}): Promise<{ id: number }> {
    const token = await this.memberToken(appUserId);
    const body = { type: 'VIDEO_CONFERENCE', title, ...more };
    return (await this.#post('/v2/members/me/video-rooms', `Bearer ${token}`, body)) as {
      id: number;
    };
  }

  async rtcGrant(appUserId: string, roomId: number): Promise<{ webRtcToken: string }> {
    const token = await this.memberToken(appUserId);
    const path = `/v2/members/me/video-rooms/${roomId}/web-rtc-tokens`;
    return (await this.#post(path, `Bearer ${token}`, {})) as { webRtcToken: string };
  }

  async #post(path: string, authorization: string, body: object): Promise<unknown> {
    const response = await fetch(this.#sandbox.serviceUrl + path, {
      method: 'POST',
      headers: { authorization, 'content-type': 'application/json' },
      body: JSON.stringify(body),
    });
    if (!response.ok) throw new Error(`${path} answered ${response.status}`);
    return response.json();
  }
}
