import { html, nothing, type TemplateResult } from 'lit';
import type { RoomMessages } from '../i18n/room-messages.js';
import type { DeviceKind, RtcDevice, RtcDevices } from '../rtc/session.js';

export interface DeviceSelects {
  readonly messages: RoomMessages;
  readonly devices: RtcDevices;
  /** Whether the list of a kind's devices is still being requested. Default: no. */
  readonly isPending?: (kind: DeviceKind) => boolean;
  /**
   * Called with the picked device. The select shows it only once it is the one in `devices.active`.
   */
  readonly onPick: (kind: DeviceKind, deviceId: string) => void;
}

/**
 * Renders the selects for microphone, camera and, where the browser supports it, speaker. Parts:
 * `input`. Needs `fieldStyles`.
 */
export function deviceSelects({
  messages,
  devices,
  isPending = () => false,
  onPick,
}: DeviceSelects): TemplateResult {
  const select = (kind: DeviceKind, label: string): TemplateResult => {
    const list = devices[kind];
    const current = devices.active[kind] ?? list[0]?.id;
    const onChange = (event: Event): void => {
      const element = event.currentTarget as HTMLSelectElement;
      const { value } = element;
      element.value = current ?? '';
      onPick(kind, value);
    };
    return html`
      <div class="field">
        <label for=${kind}>${label}</label>
        <select
          class="input"
          part="input"
          id=${kind}
          ?disabled=${!list.some(({ id }) => id)}
          @change=${onChange}
        >
          ${
            list.length === 0
              ? html`<option value="">
                  ${isPending(kind) ? messages.findingDevices : messages.noDevice}
                </option>`
              : list.map((device, index) =>
                  option(device, {
                    label: device.label || messages.unnamedDevice(label, index + 1),
                    selected: device.id === current,
                  }),
                )
          }
        </select>
      </div>
    `;
  };
  return html`
    ${select('audioinput', messages.microphone)} ${select('videoinput', messages.camera)}
    ${devices.audiooutput.length > 0 ? select('audiooutput', messages.speaker) : nothing}
  `;
}

function option({ id }: RtcDevice, facts: { label: string; selected: boolean }): TemplateResult {
  return html`<option value=${id} .selected=${facts.selected}>${facts.label}</option>`;
}
