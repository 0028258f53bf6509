import type { StorybookConfig } from '@storybook/web-components-vite';

const config: StorybookConfig = {
  framework: '@storybook/web-components-vite',
  stories: ['../stories/guides/*.mdx', '../stories/**/*.stories.ts'],
  addons: ['@storybook/addon-a11y', '@storybook/addon-docs'],
  // The portraits of the sandbox's people.
  staticDirs: ['../sandbox/page/public'],
  core: { disableTelemetry: true, disableWhatsNewNotifications: true },
  // The project's own vite.config.ts builds the package; Storybook needs nothing of it.
  viteFinal: (vite) => ({ ...vite, build: { ...vite.build, lib: false } }),
};

export default config;
