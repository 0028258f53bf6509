import { mkdir, rename, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

/**
 * Half the width and height that a camera of Chromium's fake device gets, so that encoding takes a
 * fraction of the time: the browsers of a call share two cores. Two simulcast layers remain.
 */
const width = 640;
const height = 360;
const framesPerSecond = 10;
const frames = 20;

const folder = new URL('../../.cache/', import.meta.url);
const file = new URL('camera.y4m', folder);

let written: Promise<string> | undefined;

/**
 * Writes a film for `--use-file-for-fake-video-capture`, in which a slope of grey moves to the left.
 * Resolves with its path.
 */
export function cameraFilm(): Promise<string> {
  return (written ??= write());
}

async function write(): Promise<string> {
  const parts: Uint8Array[] = [
    Buffer.from(`YUV4MPEG2 W${width} H${height} F${framesPerSecond}:1 Ip A1:1 C420jpeg\n`),
  ];
  for (let frame = 0; frame < frames; frame++) {
    const shift = (frame * width) / frames;
    const row = Buffer.from(
      Uint8Array.from({ length: width }, (_, x) => 60 + (120 * ((x + shift) % width)) / width),
    );
    parts.push(
      Buffer.from('FRAME\n'),
      ...Array<Buffer>(height).fill(row),
      Buffer.alloc((width * height) / 4, 110),
      Buffer.alloc((width * height) / 4, 150),
    );
  }
  await mkdir(folder, { recursive: true });
  // Test files run in several processes: each one finds the whole film, or none.
  const unfinished = new URL(`camera-${process.pid}.y4m`, folder);
  await writeFile(unfinished, Buffer.concat(parts));
  await rename(unfinished, file);
  return fileURLToPath(file);
}
