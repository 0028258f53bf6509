import { css, html, nothing, type TemplateResult } from 'lit';
import { devicesControl } from '../../controls/devices.js';
import { chevronIcon } from '../../icons/chevron.js';
import { BaseElement } from '../../parts/base-element.js';
import type { Control, ControlMenuContext } from '../../parts/controls.js';
import type { DeviceKind } from '../../rtc/session.js';

const choiceStyles = css`
  .choice {
    display: grid;
    min-inline-size: 0;
    margin: 0 -10px;
    padding: 0;
    border: 0;
  }

  .choice legend {
    padding: 0 10px 4px;
    color: var(--_muted);
    font-size: 13px;
  }

  .choice label {
    display: flex;
    align-items: center;
    gap: 12px;
    min-block-size: 44px;
    padding: 4px 10px;
    border-radius: var(--_radius-small);
    cursor: pointer;
  }

  .choice label:hover {
    background: var(--_hover);
  }

  .choice label:has(:checked) {
    font-weight: 600;
  }

  .choice input {
    flex: none;
    inline-size: 18px;
    block-size: 18px;
    margin: 0;
    accent-color: var(--_accent);
  }

  .choice span {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
`;

/**
 * The buttons beside the switches of microphone and camera. Each opens the choice of devices for
 * its switch.
 */
export const deviceChoices: Readonly<Partial<Record<string, Control>>> = {
  microphone: {
    ...choiceOf(['audioinput', 'audiooutput']),
    name: 'microphone-choice',
    label: ({ messages }) => messages.audioOptions,
  },
  camera: {
    ...choiceOf(['videoinput']),
    name: 'camera-choice',
    label: ({ messages }) => messages.videoOptions,
  },
};

function choiceOf(kinds: readonly DeviceKind[]): Omit<Control, 'name' | 'label'> {
  const { state, menu } = devicesControl;
  return {
    icon: chevronIcon,
    ...(state && { state }),
    menu: {
      ...menu,
      render: (context) => html`${kinds.map((kind) => devicesOf(kind, context))}`,
    },
  };
}

/**
 * Renders a choice of devices. It shows the picked device once the session uses it. Parts: `input`.
 */
function devicesOf(
  kind: DeviceKind,
  { room: { store }, part, messages }: ControlMenuContext,
): TemplateResult | typeof nothing {
  if (part instanceof BaseElement) part.addStyles([choiceStyles]);
  const { devices } = store.controls.getSnapshot();
  const list = devices[kind];
  const label = {
    audioinput: messages.microphone,
    videoinput: messages.camera,
    audiooutput: messages.speaker,
  }[kind];
  const current = devices.active[kind] ?? list[0]?.id;
  // A browser that cannot choose the speaker lists none.
  if (kind === 'audiooutput' && list.length === 0) return nothing;
  const onChange = (event: Event): void => {
    const input = event.currentTarget as HTMLInputElement;
    const { value } = input;
    for (const radio of input.closest('fieldset')?.querySelectorAll('input') ?? []) {
      radio.checked = radio.value === current;
    }
    // The store puts a failure into its state and emits `ffc-error`.
    store.switchDevice(kind, value).catch(() => {});
  };
  return html`
    <fieldset class="choice">
      <legend>${label}</legend>
      ${list.length === 0 ? html`<label>${messages.noDevice}</label>` : nothing}
      ${list.map(
        (device, index) => html`
          <label>
            <input
              type="radio"
              part="input"
              name=${kind}
              value=${device.id}
              ?disabled=${!device.id}
              .checked=${device.id === current}
              @change=${onChange}
            />
            <span>${device.label || messages.unnamedDevice(label, index + 1)}</span>
          </label>
        `,
      )}
    </fieldset>
  `;
}
