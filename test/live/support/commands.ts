export interface Credentials {
  readonly url: string;
  readonly token: string;
}

export interface CredentialsRequest {
  readonly room: string;
  readonly identity: string;
  readonly name?: string;
  readonly metadata?: string;
  /** Overrides of LiveKit's video grant, such as `canPublish: false`. */
  readonly grant?: Readonly<Record<string, unknown>>;
}

/** The commands that the page can send to the test runner's process. */
export interface LiveKitCommands {
  credentials(request: CredentialsRequest): Promise<Credentials>;
  deleteRoom(request: { readonly room: string }): Promise<void>;
  removeParticipant(request: { readonly room: string; readonly identity: string }): Promise<void>;
  mute(request: {
    readonly room: string;
    readonly identity: string;
    readonly trackSid: string;
  }): Promise<void>;
  /** Sends a message from the app's backend. */
  sendData(request: {
    readonly room: string;
    readonly topic: string;
    readonly text: string;
  }): Promise<void>;
  /** Sets the permissions of a participant. A permission that is left out is denied. */
  setPermissions(request: {
    readonly room: string;
    readonly identity: string;
    readonly permissions: {
      readonly canSubscribe: boolean;
      readonly canPublish: boolean;
      readonly canPublishData: boolean;
    };
  }): Promise<void>;
  setRoomMetadata(request: { readonly room: string; readonly metadata: string }): Promise<void>;
  /** Opens a proxy to the server that can be cut. Returns its URL. */
  wire(request?: undefined): Promise<string>;
  cutWire(request?: undefined): Promise<void>;
  mendWire(request?: undefined): Promise<void>;
}
