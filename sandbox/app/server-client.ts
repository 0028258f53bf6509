/** What the sandbox's app needs to call the server API. */
export interface ServerClientOptions {
  readonly apiKey: string;
  readonly apiSecret: string;
  /** Takes the requests, whose URLs are paths of the server API on any host. */
  readonly fetch: (request: Request) => Promise<Response>;
}

/** A member as the app's backend registers it. */
export interface AppUser {
  /** Letters and digits. */
  readonly appUserId: string;
  readonly appUserName: string;
  readonly appUserProfileImgUrl?: string | undefined;
}

/** The calls of the server API that the sandbox's app makes. */
export class ServerClient {
  readonly #options: ServerClientOptions;

  constructor(options: ServerClientOptions) {
    this.#options = options;
  }

  /** Registers the user as a member, if need be, and gives the member access token. */
  async login(user: AppUser): Promise<string> {
    const { accessToken } = (await this.#post('/members/login', user)) as { accessToken: string };
    return accessToken;
  }

  /** Creates a video room that belongs to the member with this `appUserId`. */
  async createRoom(room: Readonly<Record<string, unknown>> & { appUserId: string }): Promise<void> {
    await this.#post('/video-rooms', room);
  }

  async #post(path: string, body: unknown): Promise<unknown> {
    const { apiKey, apiSecret, fetch } = this.#options;
    const response = await fetch(
      new Request(`http://service.invalid/v2/apps/me${path}`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${btoa(`${apiKey}:${apiSecret}`)}`,
          'Content-Type': 'application/json',
        },
        body: JSON.stringify(body),
      }),
    );
    if (!response.ok) throw new Error(`POST ${path} answered ${response.status}.`);
    return response.json();
  }
}
