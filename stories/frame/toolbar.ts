import type { Preview } from '@storybook/web-components-vite';

/** The choices in the toolbar above every story. */
export const globalTypes = {
  theme: {
    description: 'Light or dark',
    toolbar: { icon: 'mirror', items: ['light', 'dark'], dynamicTitle: true },
  },
  contrast: {
    description: 'Contrast',
    toolbar: {
      icon: 'contrast',
      items: [
        { value: 'normal', title: 'Normal contrast' },
        { value: 'forced', title: 'Forced colours (emulated)' },
      ],
      dynamicTitle: true,
    },
  },
  lang: {
    description: 'Language',
    toolbar: {
      icon: 'globe',
      items: [
        { value: 'en', title: 'English' },
        { value: 'ko', title: '한국어' },
        { value: 'ar', title: 'العربية' },
      ],
      dynamicTitle: true,
    },
  },
  dir: {
    description: 'Writing direction',
    toolbar: {
      icon: 'transfer',
      items: [
        { value: 'auto', title: 'Direction of the language' },
        { value: 'ltr', title: 'Left to right' },
        { value: 'rtl', title: 'Right to left' },
      ],
      dynamicTitle: true,
    },
  },
} satisfies Preview['globalTypes'];

export const initialGlobals = { theme: 'light', contrast: 'normal', lang: 'en', dir: 'auto' };

const viewport = (name: string, width: number, height: number, type: string) => ({
  name: `${name} (${width} × ${height})`,
  styles: { width: `${width}px`, height: `${height}px` },
  type,
});

/** Sizes from the narrowest column to the largest wall, with phones in both orientations. */
export const viewports = {
  column: viewport('Narrow column', 240, 600, 'mobile'),
  smallPhone: viewport('Small phone', 320, 568, 'mobile'),
  smallPhoneSideways: viewport('Small phone, sideways', 568, 320, 'mobile'),
  phone: viewport('Phone', 390, 844, 'mobile'),
  phoneSideways: viewport('Phone, sideways', 844, 390, 'mobile'),
  largePhone: viewport('Large phone', 430, 932, 'mobile'),
  largePhoneSideways: viewport('Large phone, sideways', 932, 430, 'mobile'),
  tablet: viewport('Tablet', 768, 1024, 'tablet'),
  tabletSideways: viewport('Tablet, sideways', 1024, 768, 'tablet'),
  laptop: viewport('Laptop', 1280, 800, 'desktop'),
  desktop: viewport('Desktop', 1440, 900, 'desktop'),
  fullHd: viewport('Full HD', 1920, 1080, 'desktop'),
  quadHd: viewport('QHD', 2560, 1440, 'desktop'),
  ultraHd: viewport('4K', 3840, 2160, 'desktop'),
};

/** Usual backgrounds of a page. */
export const backgrounds = {
  canvas: { name: 'The page’s own', value: 'Canvas' },
  white: { name: 'White', value: '#ffffff' },
  paper: { name: 'Paper', value: '#f6f1e7' },
  grey: { name: 'Grey', value: '#8a8f98' },
  navy: { name: 'Navy', value: '#0e1a33' },
  black: { name: 'Black', value: '#000000' },
};
