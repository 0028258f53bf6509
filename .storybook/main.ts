import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/guides/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  // The portraits of the sandbox's people.
  staticDirs: ['../sandbox/page/public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // Not a library, unlike in the project's `vite.config.ts`, which Storybook also reads.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, lib: false } }),
};

export default config;
