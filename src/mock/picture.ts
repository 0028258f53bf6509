/** A moving picture that a `<video>` can play. */
export interface Picture {
  /** Null where canvases cannot be drawn on or played, as in jsdom. */
  readonly stream: MediaStream | null;
  /** Paints the picture for the time `ms`. */
  draw(ms: number): void;
  stop(): void;
}

export interface PictureOptions {
  /** Decides the colours and the figure: the same text gives the same picture. */
  readonly seed: string;
  readonly screen: boolean;
  readonly width: number;
  readonly height: number;
}

const skins = ['#f3d3ba', '#e2b08a', '#c98b5f', '#93603f', '#f6dfcd'];
const hairs = ['#2b2420', '#4b3527', '#1d1d24', '#7a5433', '#8e8e96'];

/** Creates a picture on a new canvas. Needs a DOM. */
export function createPicture(options: PictureOptions): Picture {
  const canvas = document.createElement('canvas');
  // jsdom has the element, and logs an error if a context is requested.
  if (typeof canvas.captureStream !== 'function') return blank;
  canvas.width = options.width;
  canvas.height = options.height;
  const context = canvas.getContext('2d', { alpha: false });
  const number = hash(options.seed);
  const paint = options.screen ? paintScreen : paintPerson;
  const wall = options.screen ? undefined : createWall(options, number);
  const draw = (ms: number): void => {
    if (wall) context?.drawImage(wall, 0, 0);
    if (context) paint(context, number, ms / 1000);
  };
  const stream = canvas.captureStream();
  draw(0);
  return {
    stream,
    draw,
    stop() {
      for (const track of stream.getTracks()) track.stop();
    },
  };
}

const blank: Picture = { stream: null, draw() {}, stop() {} };

type Paint = (context: CanvasRenderingContext2D, seed: number, seconds: number) => void;

/**
 * Paints a wall with a soft light on it, once for all frames: its colours run, and that costs a
 * browser without a graphics card most of the time of a picture.
 */
function createWall({ width, height }: PictureOptions, seed: number): HTMLCanvasElement {
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  const context = canvas.getContext('2d', { alpha: false });
  if (!context) return canvas;
  const hue = seed % 360;
  const wall = context.createLinearGradient(0, 0, width, height);
  wall.addColorStop(0, `hsl(${hue} 42% 84%)`);
  wall.addColorStop(1, `hsl(${(hue + 36) % 360} 38% 62%)`);
  context.fillStyle = wall;
  context.fillRect(0, 0, width, height);
  const lampX = width * (0.2 + 0.6 * ((seed % 7) / 6));
  const lamp = context.createRadialGradient(lampX, 0, 0, lampX, 0, height);
  lamp.addColorStop(0, 'rgb(255 255 255 / 0.55)');
  lamp.addColorStop(1, 'rgb(255 255 255 / 0)');
  context.fillStyle = lamp;
  context.fillRect(0, 0, width, height);
  return canvas;
}

/** Paints head and shoulders over the wall, breathing and swaying a little. */
const paintPerson: Paint = (context, seed, seconds) => {
  const { width, height } = context.canvas;
  const hue = seed % 360;
  const phase = (seed % 97) / 10;
  const breath = Math.sin(seconds * 1.6 + phase);
  const sway = Math.sin(seconds * 0.7 + phase * 2);
  const x = width / 2 + sway * height * 0.012;
  const y = height * (0.45 + breath * 0.006);
  const head = height * 0.2;
  const skin = pick(skins, seed);
  const hair = pick(hairs, seed >>> 3);
  const long = seed % 3 === 0;

  context.fillStyle = hair;
  if (long) oval(context, x, y + head * 0.45, head * 1.12, head * 1.55);
  context.fillStyle = `hsl(${(hue + 190) % 360} 30% 44%)`;
  oval(context, x, height * 1.08, height * (0.48 + breath * 0.006), height * 0.36);
  context.fillStyle = skin;
  oval(context, x, y + head * 1.15, head * 0.42, head * 0.55);
  context.fillStyle = hair;
  oval(context, x, y - head * 0.18, head * 0.98, head * 1.06);
  context.fillStyle = skin;
  oval(context, x, y + head * 0.12, head * 0.84, head * 1.02);
};

/** Paints a page with headings and lines of text that scrolls slowly, and a pointer on it. */
const paintScreen: Paint = (context, seed, seconds) => {
  const { width, height } = context.canvas;
  const hue = seed % 360;
  const unit = height / 24;
  context.fillStyle = '#eceef2';
  context.fillRect(0, 0, width, height);
  context.fillStyle = `hsl(${hue} 35% 40%)`;
  context.fillRect(0, 0, width, unit * 2);
  context.fillStyle = '#ffffff';
  context.fillRect(width * 0.18, unit * 3, width * 0.64, height);
  const scroll = ((1 - Math.cos(seconds * 0.3)) / 2) * unit * 6;
  context.save();
  context.beginPath();
  context.rect(width * 0.18, unit * 3, width * 0.64, height);
  context.clip();
  for (let line = 0; line < 30; line++) {
    const heading = line % 7 === 0;
    const length = heading ? 0.3 : 0.38 + ((seed >> (line % 16)) & 7) * 0.022;
    context.fillStyle = heading ? `hsl(${hue} 35% 40%)` : '#c9ced8';
    context.fillRect(
      width * 0.22,
      unit * (4.5 + line * 1.2) - scroll,
      width * length,
      unit * (heading ? 0.7 : 0.4),
    );
  }
  context.restore();
  context.fillStyle = '#1b1e24';
  const x = width * (0.5 + 0.18 * Math.sin(seconds * 0.9));
  const y = height * (0.5 + 0.2 * Math.sin(seconds * 0.6));
  context.beginPath();
  context.moveTo(x, y);
  context.lineTo(x, y + unit * 1.1);
  context.lineTo(x + unit * 0.8, y + unit * 0.75);
  context.fill();
};

function oval(context: CanvasRenderingContext2D, x: number, y: number, w: number, h: number): void {
  context.beginPath();
  context.ellipse(x, y, w, h, 0, 0, Math.PI * 2);
  context.fill();
}

function pick(colours: readonly string[], seed: number): string {
  return colours[seed % colours.length] ?? '#888888';
}

/** FNV-1a with a final mix, so that `guest1` and `guest2` look nothing like each other. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (const char of text) value = Math.imul(value ^ (char.codePointAt(0) ?? 0), 0x01000193);
  value = Math.imul(value ^ (value >>> 15), 0x85ebca6b);
  return (value ^ (value >>> 13)) >>> 0;
}
