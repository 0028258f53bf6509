import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { globSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { createInterface } from 'node:readline';
import type { BrowserLauncher } from '@web/test-runner-core';
import { installDebianPackage, isExecutable, mayInstall } from './debian-package.js';

/** WebDriver's codes of named keys, by the names that tests use. */
const keys: Readonly<Record<string, string>> = {
  Tab: '\uE004',
  Enter: '\uE007',
  Escape: '\uE00C',
  Space: '\uE00D',
  PageUp: '\uE00E',
  PageDown: '\uE00F',
  End: '\uE010',
  Home: '\uE011',
  ArrowLeft: '\uE012',
  ArrowUp: '\uE013',
  ArrowRight: '\uE014',
  ArrowDown: '\uE015',
  Delete: '\uE017',
};

const buttons = ['left', 'middle', 'right'] as const;
type MouseButton = (typeof buttons)[number];

/** A fake camera and microphone, and sound without a click. */
const browserArgs = [
  '--automation',
  '--autoplay-policy=allow',
  '--enable-media-stream=true',
  '--enable-mock-capture-devices=true',
];

/** The paths of WebKit's programs. */
export interface WebKit {
  readonly driver: string;
  readonly browser: string;
}

interface Size {
  readonly width: number;
  readonly height: number;
}

/** A WebKit with one page. */
interface Window {
  readonly driver: ChildProcess;
  /** The address of its WebDriver session. */
  readonly session: string;
}

/**
 * Runs two tests at a time in WebKitGTK's MiniBrowser, with WebDriver. Many tests need the focus,
 * which only one window of a screen has, so each has a virtual screen of its own.
 */
export class WebKitLauncher implements BrowserLauncher {
  readonly name = 'WebKit';
  readonly type = 'webdriver';
  readonly concurrency = 2;
  readonly #free: Window[] = [];
  readonly #busy = new Map<string, { readonly window: Window; readonly url: string }>();
  readonly #processes: ChildProcess[] = [];
  readonly #found: WebKit;

  constructor(found: WebKit) {
    this.#found = found;
  }

  async startSession(id: string, url: string): Promise<void> {
    const window = this.#free.pop() ?? (await this.#open());
    this.#busy.set(id, { window, url });
    await call(`${window.session}/url`, { url });
  }

  startDebugSession(id: string, url: string): Promise<void> {
    return this.startSession(id, url);
  }

  isActive(id: string): boolean {
    return this.#busy.has(id);
  }

  getBrowserUrl(id: string): string | undefined {
    return this.#busy.get(id)?.url;
  }

  async stopSession(id: string): Promise<object> {
    const { window } = this.#busy.get(id) ?? {};
    this.#busy.delete(id);
    if (window) {
      await call(`${window.session}/url`, { url: 'about:blank' });
      this.#free.push(window);
    }
    return {};
  }

  /** Called by the runner's command `sendKeys`. A key is a name or a single character. */
  async sendKeys(id: string, names: readonly string[]): Promise<void> {
    const actions = names
      .map((name) => keys[name] ?? name)
      .flatMap((value) => [
        { type: 'keyDown', value },
        { type: 'keyUp', value },
      ]);
    await this.#act(id, { type: 'key', id: 'keyboard', actions });
  }

  /** Called by the runner's command `sendMouse`, as the next three. */
  async sendMouseMove(id: string, x: number, y: number): Promise<void> {
    await this.#point(id, { type: 'pointerMove', x, y });
  }

  async sendMouseDown(id: string, button: MouseButton = 'left'): Promise<void> {
    await this.#point(id, { type: 'pointerDown', button: buttons.indexOf(button) });
  }

  async sendMouseUp(id: string, button: MouseButton = 'left'): Promise<void> {
    await this.#point(id, { type: 'pointerUp', button: buttons.indexOf(button) });
  }

  async sendMouseClick(
    id: string,
    x: number,
    y: number,
    button: MouseButton = 'left',
  ): Promise<void> {
    const pressed = { button: buttons.indexOf(button) };
    await this.#point(
      id,
      { type: 'pointerMove', x, y },
      { type: 'pointerDown', ...pressed },
      { type: 'pointerUp', ...pressed },
    );
  }

  /** Called by the runner's command `resetMouse`: releases all buttons, and moves to the corner. */
  async resetMouse(id: string): Promise<void> {
    await this.#point(id, ...buttons.map((_, button) => ({ type: 'pointerUp', button })), {
      type: 'pointerMove',
      x: 0,
      y: 0,
    });
  }

  #point(id: string, ...actions: readonly object[]): Promise<void> {
    return this.#act(id, {
      type: 'pointer',
      id: 'mouse',
      parameters: { pointerType: 'mouse' },
      actions,
    });
  }

  async #act(id: string, actions: object): Promise<void> {
    const session = this.#busy.get(id)?.window.session;
    await call(`${session}/actions`, { actions: [actions] });
  }

  async stop(): Promise<void> {
    const windows = [...this.#free, ...[...this.#busy.values()].map(({ window }) => window)];
    await Promise.allSettled(windows.map(({ session }) => call(session, undefined, 'DELETE')));
    for (const child of this.#processes) child.kill();
  }

  async #open(): Promise<Window> {
    const { driver: command, browser } = this.#found;
    const port = await freePort();
    const driver = this.#run(command, ['--host=127.0.0.1', `--port=${port}`], {
      DISPLAY: await this.#screen(),
      // A machine without a graphics card and a login session lacks DMA-BUF, dconf and AT-SPI.
      WEBKIT_DISABLE_DMABUF_RENDERER: '1',
      GSETTINGS_BACKEND: 'memory',
      NO_AT_BRIDGE: '1',
    });
    const origin = `http://127.0.0.1:${port}`;
    await answering(`${origin}/status`);
    const { sessionId } = (await call(`${origin}/session`, {
      capabilities: {
        alwaysMatch: { 'webkitgtk:browserOptions': { binary: browser, args: [...browserArgs] } },
      },
    })) as { readonly sessionId: string };
    const session = `${origin}/session/${sessionId}`;
    await resizePage(session, { width: 800, height: 600 });
    return { driver, session };
  }

  /** Starts a virtual screen; returns its name. */
  async #screen(): Promise<string> {
    const screen = this.#run('Xvfb', ['-displayfd', '1', '-screen', '0', '1280x1024x24'], {});
    const lines = createInterface({ input: screen.stdout });
    const [number] = (await once(lines, 'line')) as [string];
    return `:${number.trim()}`;
  }

  #run(command: string, args: readonly string[], env: Readonly<Record<string, string>>) {
    const child = spawn(command, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env: { ...process.env, ...env },
    });
    child.on('error', (error) => console.error(error.message));
    // The runner may exit without a call of `stop()`.
    process.once('exit', () => child.kill());
    this.#processes.push(child);
    return child;
  }
}

/** Finds WebKit on this machine. On Debian, root installs it first. */
export async function findWebKit(): Promise<WebKit> {
  if (!onThisMachine() && mayInstall()) {
    await installDebianPackage('xvfb', "WebKit's screen");
    await installDebianPackage('webkit2gtk-driver', 'WebKit');
  }
  const found = onThisMachine();
  if (found) return found;
  throw new Error(
    'No WebKit was found. On Debian: `apt-get install webkit2gtk-driver xvfb`. Elsewhere these ' +
      'tests do not run: they need WebKitGTK.',
  );
}

function onThisMachine(): WebKit | undefined {
  const driver = '/usr/bin/WebKitWebDriver';
  const [browser] = globSync('/usr/lib/*/webkit2gtk-4.*/MiniBrowser').sort().reverse();
  return isExecutable(driver) && isExecutable('/usr/bin/Xvfb') && browser
    ? { driver, browser }
    : undefined;
}

/** Sends a command to WebDriver; returns the value of its answer. */
async function call(url: string, body?: object, method = 'POST'): Promise<unknown> {
  const response = await fetch(url, {
    method,
    ...(body && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  });
  const { value } = (await response.json()) as { readonly value: unknown };
  if (response.ok) return value;
  const { message } = value as { readonly message?: string };
  throw new Error(`WebKit's driver answered ${response.status}: ${message ?? 'no reason'}.`);
}

/** Resizes a window so that its page has the size that pages have in the other browsers' tests. */
async function resizePage(session: string, page: Size): Promise<void> {
  const rect = `${session}/window/rect`;
  await call(rect, { x: 0, y: 0, ...page });
  const script = 'return { width: innerWidth, height: innerHeight }';
  const inner = (await call(`${session}/execute/sync`, { script, args: [] })) as Size;
  const width = 2 * page.width - inner.width;
  await call(rect, { x: 0, y: 0, width, height: 2 * page.height - inner.height });
}

/** Resolves when a server that was just started answers. */
async function answering(url: string): Promise<void> {
  for (const end = Date.now() + 30_000; ;) {
    try {
      await fetch(url);
      return;
    } catch (error) {
      if (Date.now() > end) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
