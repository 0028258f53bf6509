import { devicesIcon } from '../icons/devices.js';
import type { Control } from '../parts/controls.js';
import { hasLocalMedia } from '../state/phase.js';
import { deviceSelects } from '../parts/device-selects.js';

/** Opens the choice of microphone, camera and speaker. */
export const devicesControl: Control = {
  name: 'devices',
  order: 40,
  place: 'more',
  icon: devicesIcon,
  label: ({ messages }) => messages.devices,
  state: ({ store }) => ({ disabled: !hasLocalMedia(store.phase.getSnapshot().state) }),
  menu: {
    render: ({ room: { store }, messages }) =>
      deviceSelects({
        messages,
        devices: store.controls.getSnapshot().devices,
        onPick: (kind, deviceId) => {
          // The store puts a failure into its state and emits `ffc-error`.
          store.switchDevice(kind, deviceId).catch(() => {});
        },
      }),
    onOpen: ({ store }) => {
      // Devices may have been plugged in or out since the menu was last open.
      store.session?.refreshDevices().catch(() => {});
    },
  },
};
