/** Tests the effects in an app: installed, bundled, and under a policy without other hosts. */
import assert from 'node:assert/strict';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { extname, join, resolve } from 'node:path';
import { after, before, describe, it } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { build } from 'vite';
import { launchChromium } from '../support/chromium.js';

const policy = (script: string): string =>
  `default-src 'none'; script-src 'self' ${script}; connect-src 'self'; media-src 'self' blob:; ` +
  "img-src 'self' data:; require-trusted-types-for 'script'; trusted-types ffc-elements";

/** The script of the app's page, which applies an effect in place of LiveKit. */
const app = `
  import { backgroundBlurSupport, createBackgroundBlur, createNoiseSuppression,
    noiseSuppressionSupport } from 'ffc-elements/effects';
  const processed = async (kind, effect) => {
    const stream = await navigator.mediaDevices.getUserMedia({ [kind]: true });
    const [track] = stream.getTracks();
    const element = document.createElement(kind);
    element.muted = true;
    element.srcObject = stream;
    element.play();
    await effect.setEnabled(true);
    await effect.init({ kind, track, element });
    return effect;
  };
  window.app = {
    support: () => [backgroundBlurSupport(), noiseSuppressionSupport()],
    async blur() {
      const effect = await processed('video', createBackgroundBlur());
      const video = document.createElement('video');
      video.muted = true;
      video.srcObject = new MediaStream([effect.processedTrack]);
      document.body.append(video);
      video.play();
      for (let seen = 0; seen < 3; seen++) {
        await new Promise((resolve) => video.requestVideoFrameCallback(resolve));
      }
      await effect.destroy();
      return video.videoWidth;
    },
    async suppress() {
      const effect = await processed('audio', createNoiseSuppression());
      const { error } = effect.state.getSnapshot();
      if (error) throw error.cause ?? error;
      const context = new AudioContext();
      const analyser = context.createAnalyser();
      const stream = new MediaStream([effect.processedTrack]);
      context.createMediaStreamSource(stream).connect(analyser);
      const samples = new Float32Array(analyser.fftSize);
      do {
        await new Promise((resolve) => requestAnimationFrame(resolve));
        analyser.getFloatTimeDomainData(samples);
      } while (samples.every((sample) => sample === 0));
      await effect.destroy();
      return 'sound';
    },
  };
`;

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

describe('the effects in an app', () => {
  const folder = mkdtempSync(join(tmpdir(), 'ffc-effects-'));
  const built = join(folder, 'built');
  let browser: Browser;
  let allowed: Server;
  let forbidden: Server;

  before(async () => {
    writeApp(folder);
    await build({ root: folder, logLevel: 'error', build: { outDir: built, target: 'es2022' } });
    allowed = await serve(built, "'wasm-unsafe-eval'");
    forbidden = await serve(built, '');
    browser = await launchChromium();
  });
  after(async () => {
    await browser?.close();
    allowed?.close();
    forbidden?.close();
    rmSync(folder, { recursive: true, force: true });
  });

  it('bring each of their files along, as it is', () => {
    const files = readdirSync(join(built, 'assets'));
    for (const name of [
      /^vision_wasm_internal-.*\.js$/,
      /^vision_wasm_internal-.*\.wasm$/,
      /^selfie_segmenter-.*\.tflite$/,
      /^workletProcessor-.*\.js$/,
      /^rnnoise_simd-.*\.wasm$/,
    ]) {
      assert.ok(
        files.some((file) => name.test(file)),
        String(name),
      );
    }
  });

  it('load nothing but a little code until somebody turns one on', async () => {
    const { page, requests } = await open(browser, addressOf(allowed));
    assert.deepEqual(
      requests.filter((url) => /wasm|tflite|worklet|pipeline/i.test(url)),
      [],
    );
    await page.close();
  });

  it('run under a policy that allows no other host', async () => {
    const { page, requests } = await open(browser, addressOf(allowed));
    assert.deepEqual(await page.evaluate('app.support()'), [
      { supported: true },
      { supported: true },
    ]);
    assert.equal(await page.evaluate('app.blur()'), 640);
    assert.equal(await page.evaluate('app.suppress()'), 'sound');
    assert.deepEqual(
      requests.filter((url) => !url.startsWith(addressOf(allowed))),
      [],
    );
    await page.close();
  });

  it('say that the policy is in their way where it forbids WebAssembly', async () => {
    const { page } = await open(browser, addressOf(forbidden));
    const blocked = { supported: false, problem: 'blocked-by-policy' };
    assert.deepEqual(await page.evaluate('app.support()'), [blocked, blocked]);
    await assert.rejects(() => page.evaluate('app.blur()'), /wasm-unsafe-eval/);
    await page.close();
  });
});

/** Writes an app with the package and its dependencies where npm installs them. */
function writeApp(folder: string): void {
  const modules = join(folder, 'node_modules');
  cpSync('dist', join(modules, 'ffc-elements/dist'), { recursive: true });
  cpSync('package.json', join(modules, 'ffc-elements/package.json'));
  for (const name of ['@livekit', '@mediapipe', '@sapphi-red', 'lit', 'livekit-client']) {
    mkdirSync(modules, { recursive: true });
    symlinkSync(resolve('node_modules', name), join(modules, name), 'dir');
  }
  writeFileSync(join(folder, 'app.js'), app);
  const page = '<!doctype html><link rel="icon" href="data:," /><body>';
  writeFileSync(
    join(folder, 'index.html'),
    `${page}<script type="module" src="/app.js"></script></body>`,
  );
}

async function open(
  browser: Browser,
  address: string,
): Promise<{ page: Page; requests: string[] }> {
  const page = await browser.newPage();
  const requests: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  await page.goto(address);
  await page.waitForFunction('"app" in window');
  return { page, requests };
}

/** Serves the app under a policy. Requests of worklets bypass Playwright, so the server is real. */
async function serve(built: string, script: string): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    response.setHeader('content-security-policy', policy(script));
    response.setHeader(
      'content-type',
      pathname === '/' ? 'text/html' : (types[extname(pathname)] ?? 'application/octet-stream'),
    );
    try {
      response.end(readFileSync(join(built, pathname === '/' ? 'index.html' : pathname)));
    } catch {
      response.writeHead(404).end();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve));
  return server;
}

function addressOf(server: Server): string {
  return `http://localhost:${(server.address() as AddressInfo).port}/`;
}
