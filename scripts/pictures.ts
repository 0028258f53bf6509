/**
 * Takes a picture of every story, in light and dark, and compares it with the stored one:
 *
 *     npm run pictures                          compares; differences go to .cache/pictures/
 *     npm run pictures -- --accept              keeps the pictures as they are now
 *     npm run pictures -- --only ffc-chat       only stories whose id begins like this
 *
 * It needs a built Storybook. A difference is a failure only with the major version of Chromium
 * that took the stored pictures, because other versions render text and lines differently.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { type Camera, openCamera, type Shot } from './pictures/camera.js';
import { PictureLab } from './pictures/lab.js';
import { servePictures } from './pictures/server.js';
import { storiesWithPictures } from './pictures/stories.js';

const readmeStory = 'ffc-room--picture-of-a-call';
const folder = 'stories/pictures';
const differences = '.cache/pictures';
/** The most pixels that may differ: fewer than the smallest icon has. */
const tolerance = 40;
/** The most retakes of a story that differs. On a busy machine content may load late. */
const retakes = 8;
/** The number of concurrent stories, because rendering one does not use all cores. */
const lanes = 2;

interface Report {
  readonly taken: number;
  readonly written: number;
  /** The stories that differ from their stored picture. */
  readonly differing: readonly string[];
  /** The stories without a stored picture, which are reported and do not fail. */
  readonly fresh: readonly string[];
  /** The stored pictures without a story. */
  readonly stale: readonly string[];
  /** Whether the stored pictures are from the same major version of Chromium. */
  readonly comparable: boolean;
}

/** Takes the pictures, and compares or stores them. */
export async function takePictures({
  accept,
  only,
}: {
  readonly accept: boolean;
  readonly only: string;
}): Promise<Report> {
  const server = await servePictures();
  const camera = await openCamera(server.origin);
  try {
    const lab = await PictureLab.open(camera.browser, server.origin);
    const comparable = keptVersion() === camera.version;
    const differing: string[] = [];
    const fresh: string[] = [];
    let taken = 0;
    let written = 0;
    rmSync(differences, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const names = new Set<string>();
    const look = async (shot: Shot): Promise<void> => {
      taken++;
      names.add(shot.name);
      if (await isAsKept(lab, shot)) return;
      if (accept) {
        writeFileSync(join(folder, shot.name), await lab.encode(await shot.again()));
        written++;
      } else if (existsSync(join(folder, shot.name))) differing.push(shot.name);
      else fresh.push(shot.name);
    };
    const waiting = storiesWithPictures().filter(({ id }) => id.startsWith(only));
    const lane = async (): Promise<void> => {
      for (let story = waiting.shift(); story; story = waiting.shift()) {
        await camera.take(story.id, look);
      }
    };
    await Promise.all(Array.from({ length: lanes }, lane));
    const stale = keptPictures().filter((name) => name.startsWith(only) && !names.has(name));
    if (accept) {
      for (const name of stale) rmSync(join(folder, name));
      writeFileSync(join(folder, 'chromium.txt'), `${camera.version}\n`);
      if (readmeStory.startsWith(only)) await writeReadmePictures(camera, lab);
    }
    return { taken, written, differing, fresh, stale, comparable };
  } finally {
    await camera.close();
    server.close();
  }
}

/** Takes the pictures of a call for README: one for the light scheme, and one for the dark. */
async function writeReadmePictures(camera: Camera, lab: PictureLab): Promise<void> {
  mkdirSync('docs', { recursive: true });
  await camera.take(
    readmeStory,
    async ({ theme, again }) => {
      writeFileSync(`docs/call-${theme}.webp`, await lab.encode(await again()));
    },
    { width: 1280, height: 600 },
  );
}

/** Compares with the stored picture, retakes if needed, and writes a lasting difference. */
async function isAsKept(lab: PictureLab, { name, png, again }: Shot): Promise<boolean> {
  const path = join(folder, name);
  if (!existsSync(path)) return false;
  const kept = readFileSync(path);
  let now = png;
  let { pixels, diff } = await lab.compare(kept, now);
  for (let rest = retakes; pixels > tolerance && rest > 0; rest--) {
    now = await again();
    ({ pixels, diff } = await lab.compare(kept, now));
  }
  if (pixels <= tolerance) return true;
  mkdirSync(differences, { recursive: true });
  const base = join(differences, name.replace(/\.webp$/, ''));
  writeFileSync(`${base}.was.webp`, kept);
  writeFileSync(`${base}.is.png`, now);
  if (diff) writeFileSync(`${base}.difference.png`, diff);
  return false;
}

function keptPictures(): readonly string[] {
  return readdirSync(folder).filter((name) => name.endsWith('.webp'));
}

function keptVersion(): string {
  const path = join(folder, 'chromium.txt');
  return existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const { values } = parseArgs({
    options: { accept: { type: 'boolean', default: false }, only: { type: 'string', default: '' } },
  });
  const { taken, written, differing, fresh, stale, comparable } = await takePictures(values);
  console.log(`${taken} pictures taken, ${written} written, ${differing.length} differ.`);
  if (fresh.length > 0) console.log(`${fresh.length} are new: keep them by --accept.`);
  if (stale.length > 0 && !values.accept) {
    console.log(`${stale.length} are of stories that are gone: --accept removes them.`);
  }
  if (differing.length > 0) {
    console.log(differing.join('\n'));
    console.log(`Look at ${differences}/, then: npm run pictures -- --accept`);
    if (comparable) process.exitCode = 1;
    else console.log('The kept pictures are from another version of Chromium: this is no failure.');
  }
}
