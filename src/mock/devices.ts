import type { RtcDevice, RtcDevices } from '../rtc/session.js';

/** Two devices of each kind; the first is in use. */
export const mockDevices: RtcDevices = Object.freeze({
  audioinput: list('mic', ['Built-in microphone', 'USB headset']),
  videoinput: list('cam', ['FaceTime camera', 'Desk camera']),
  audiooutput: list('speaker', ['Built-in speakers', 'USB headset']),
  active: Object.freeze({ audioinput: 'mic-1', videoinput: 'cam-1', audiooutput: 'speaker-1' }),
});

/** The devices as a browser lists them before it has granted permission. */
export function withoutLabels(devices: RtcDevices): RtcDevices {
  const hide = (all: readonly RtcDevice[]): readonly RtcDevice[] =>
    Object.freeze(all.map(({ id }) => Object.freeze({ id, label: '' })));
  return Object.freeze({
    ...devices,
    audioinput: hide(devices.audioinput),
    videoinput: hide(devices.videoinput),
    audiooutput: hide(devices.audiooutput),
  });
}

function list(prefix: string, labels: readonly string[]): readonly RtcDevice[] {
  return Object.freeze(
    labels.map((label, index) => Object.freeze({ id: `${prefix}-${index + 1}`, label })),
  );
}
