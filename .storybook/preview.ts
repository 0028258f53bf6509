import { setCustomElementsManifest, type Preview } from '@storybook/web-components-vite';
import manifest from '../custom-elements.json' with { type: 'json' };
import '../src/define/all.js';
import '../src/define/all-controls.js';
import '../src/define/ffc-captions.js';
import '../src/define/ffc-chat.js';
import '../src/define/ffc-participants.js';
import '../src/define/ffc-settings.js';
import '../src/define/ffc-waiting.js';
import '../src/define/later-controls.js';
import '../src/define/panels.js';
import '../src/define/room-parts.js';
import { registerLocale } from '../src/parts/index.js';
import { argTypesOf } from '../stories/frame/arg-types.js';
import { withAttributes } from '../stories/frame/attribute-decorator.js';
import { logEvents } from '../stories/frame/event-log.js';
import { setForcedColors, watchShadowRoots } from '../stories/frame/forced-colors.js';
import { backgrounds, globalTypes, initialGlobals, viewports } from '../stories/frame/toolbar.js';
import { DocsPage } from './docs-page.js';

setCustomElementsManifest(manifest);
registerLocale('ar', () => import('../stories/locales/ar.js'));
watchShadowRoots();
logEvents();

const rightToLeft = ['ar'];

const preview: Preview = {
  tags: ['autodocs'],
  parameters: {
    layout: 'fullscreen',
    controls: { expanded: true },
    a11y: { test: 'error' },
    viewport: { options: viewports },
    backgrounds: { options: backgrounds },
    // A dynamic source would render the story again, and so take the room away from the page.
    docs: { page: DocsPage, extractArgTypes: argTypesOf, source: { type: 'code' } },
    options: {
      storySort: {
        order: [
          'Guides',
          ['First page', '*'],
          'Playground',
          'Theming',
          'ffc-room-list',
          'ffc-room',
          ['*', 'Flow', 'Layouts'],
          'ffc-prejoin',
          'ffc-stage',
          'ffc-participant-tile',
          'ffc-control-bar',
          'ffc-chat',
          'ffc-participants',
          'ffc-settings',
          'ffc-captions',
          'ffc-waiting',
          'Controls',
          'Interactions',
          'Service',
        ],
      },
    },
  },
  globalTypes,
  initialGlobals,
  decorators: [
    withAttributes,
    (story, { globals }) => {
      const root = document.documentElement;
      const lang = String(globals['lang']);
      const dir = String(globals['dir']);
      root.lang = lang;
      root.dir = dir !== 'auto' ? dir : rightToLeft.includes(lang) ? 'rtl' : 'ltr';
      root.style.colorScheme = String(globals['theme']);
      setForcedColors(globals['contrast'] === 'forced');
      return story();
    },
  ],
};

export default preview;
