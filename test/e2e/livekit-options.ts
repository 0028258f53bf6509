import type { ExternalE2EEKeyProvider, Room } from 'livekit-client';
import type { Person } from './people.js';

declare global {
  /** The configuration of the last peer connection. */
  var ffcConfiguration: RTCConfiguration | undefined;
}

const modules = {
  '/livekit.mjs': 'livekit-client.esm.mjs',
  '/livekit-encryption.mjs': 'livekit-client.e2ee.worker.mjs',
};

/**
 * Gives a room LiveKit's options as a page of an app would, for its next join: a key and a worker
 * for encryption, a small camera, and a configuration of the peer connection.
 */
export async function setLiveKitOptions({ page, room }: Person): Promise<void> {
  for (const [path, file] of Object.entries(modules)) {
    await page.route(`**${path}`, (route) =>
      route.fulfill({
        path: `node_modules/livekit-client/dist/${file}`,
        contentType: 'text/javascript',
      }),
    );
  }
  await room.evaluate(
    async (room, [library, script]) => {
      const { ExternalE2EEKeyProvider: KeyProvider } = (await import(library)) as {
        readonly ExternalE2EEKeyProvider: typeof ExternalE2EEKeyProvider;
      };
      const keyProvider = new KeyProvider();
      await keyProvider.setKey('a secret of the people in this call');
      const { trustedTypes } = globalThis as unknown as {
        readonly trustedTypes: {
          createPolicy(
            name: string,
            rules: { readonly createScriptURL: (url: string) => string },
          ): { createScriptURL(url: string): string };
        };
      };
      const policy = trustedTypes.createPolicy('encryption', { createScriptURL: (url) => url });
      const worker = new Worker(policy.createScriptURL(script), { type: 'module' });
      globalThis.RTCPeerConnection = class extends RTCPeerConnection {
        constructor(configuration?: RTCConfiguration) {
          super(configuration);
          globalThis.ffcConfiguration = configuration;
        }
      };
      const element = room as HTMLElementTagNameMap['ffc-room'];
      element.roomOptions = {
        encryption: { keyProvider, worker },
        videoCaptureDefaults: { resolution: { width: 320, height: 180, frameRate: 10 } },
      };
      element.connectOptions = { rtcConfig: { bundlePolicy: 'max-bundle' } };
    },
    ['/livekit.mjs', '/livekit-encryption.mjs'] as const,
  );
}

/** The options of a call as LiveKit uses them. */
interface OptionsInUse {
  readonly isOtherEncrypted: boolean | undefined;
  readonly cameraWidth: number | undefined;
  readonly bundlePolicy: RTCBundlePolicy | undefined;
}

/** What LiveKit does in a person's call, where there is another participant of this identity. */
export function optionsInUse({ room }: Person, other: string): Promise<OptionsInUse> {
  return room.evaluate((room, other) => {
    const live = (room as HTMLElementTagNameMap['ffc-room']).room as Room;
    const [camera] = live.localParticipant.videoTrackPublications.values();
    return {
      isOtherEncrypted: live.remoteParticipants.get(other)?.isEncrypted,
      cameraWidth: camera?.track?.mediaStreamTrack.getSettings().width,
      bundlePolicy: globalThis.ffcConfiguration?.bundlePolicy,
    };
  }, other);
}
