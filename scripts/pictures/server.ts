import { readFileSync } from 'node:fs';
import { serve } from '@hono/node-server';
import { serveStatic } from '@hono/node-server/serve-static';
import { Hono } from 'hono';

/** The font families of the pictures, in order. Every machine uses the same ones. */
const fonts = {
  'Noto Sans Variable': '@fontsource-variable/noto-sans',
  'Noto Sans KR Variable': '@fontsource-variable/noto-sans-kr',
  'Noto Sans Arabic Variable': '@fontsource-variable/noto-sans-arabic',
  'Noto Emoji Variable': '@fontsource-variable/noto-emoji',
};
const families = Object.keys(fonts)
  .map((name) => `'${name}'`)
  .join(', ');

export interface PictureServer {
  readonly origin: string;
  close(): void;
}

/**
 * Serves the built Storybook, the fonts of the pictures, and the page that compares pictures. Each
 * page of a story gets an additional style sheet with the fonts.
 */
export async function servePictures(): Promise<PictureServer> {
  const app = new Hono();
  app.get('/favicon.ico', (c) => c.body(null, 204));
  app.get('/lab.html', (c) => c.html('<!doctype html><title>Pictures</title>'));
  app.get('/fonts.css', (c) => c.body(fontCss(), 200, { 'content-type': 'text/css' }));
  app.get('/pixelmatch.js', serveStatic({ path: 'node_modules/pixelmatch/index.js' }));
  app.get(
    '/fonts/*',
    serveStatic({
      root: 'node_modules/@fontsource-variable',
      rewriteRequestPath: (path) => path.replace('/fonts', ''),
    }),
  );
  app.use(serveStatic({ root: 'storybook-static' }));
  return new Promise((resolve) => {
    const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }, ({ port }) =>
      resolve({ origin: `http://127.0.0.1:${port}`, close: () => void server.close() }),
    );
  });
}

function fontCss(): string {
  const faces = Object.values(fonts).map((name) =>
    readFileSync(`node_modules/${name}/index.css`, 'utf8').replaceAll(
      'url(./',
      `url(/fonts/${name.split('/').at(-1) ?? ''}/`,
    ),
  );
  return `${faces.join('\n')}
:root, body { --ffc-font: ${families}; --story-mono: ${families}; font-family: ${families}; }
`;
}
