import type { Browser, Page } from 'playwright-core';

/** The difference between two pictures. */
export interface Comparison {
  /** The number of pixels that differ: all if the sizes differ. */
  readonly pixels: number;
  /** A picture of the differences; undefined if the sizes differ. */
  readonly diff: Buffer | undefined;
}

/** The function of the library `pixelmatch`. */
type Pixelmatch = (
  a: Uint8ClampedArray,
  b: Uint8ClampedArray,
  diff: Uint8ClampedArray,
  width: number,
  height: number,
  options: { readonly threshold: number },
) => number;

/**
 * Encodes and compares pictures in a page of the browser that takes them, because a browser can
 * read and write WebP. The new picture is encoded like the stored one before the comparison.
 */
export class PictureLab {
  readonly #page: Page;

  private constructor(page: Page) {
    this.#page = page;
  }

  static async open(browser: Browser, origin: string): Promise<PictureLab> {
    const page = await browser.newPage();
    await page.goto(`${origin}/lab.html`);
    // tsx wraps named functions in a helper, which the page lacks.
    await page.evaluate('globalThis.__name = (value) => value');
    await page.evaluate(async (path) => {
      const { default: pixelmatch } = (await import(path)) as { default: Pixelmatch };
      const decode = async (base64: string, type: string): Promise<ImageData> => {
        const bytes = Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));
        const bitmap = await createImageBitmap(new Blob([bytes], { type }));
        const canvas = new OffscreenCanvas(bitmap.width, bitmap.height);
        const context = canvas.getContext('2d');
        if (!context) throw new Error('There is no canvas.');
        context.drawImage(bitmap, 0, 0);
        return context.getImageData(0, 0, bitmap.width, bitmap.height);
      };
      const encode = async (image: ImageData, type: string): Promise<string> => {
        const canvas = new OffscreenCanvas(image.width, image.height);
        canvas.getContext('2d')?.putImageData(image, 0, 0);
        const blob = await canvas.convertToBlob({ type, quality: 0.6 });
        const bytes = new Uint8Array(await blob.arrayBuffer());
        let text = '';
        for (const byte of bytes) text += String.fromCharCode(byte);
        return btoa(text);
      };
      const lab: Lab = {
        encode: async (png) => encode(await decode(png, 'image/png'), 'image/webp'),
        async compare(kept, png) {
          const was = await decode(kept, 'image/webp');
          const is = await decode(await lab.encode(png), 'image/webp');
          if (was.width !== is.width || was.height !== is.height)
            return { pixels: was.width * was.height };
          const { width, height } = is;
          const diff = new ImageData(width, height);
          const pixels = pixelmatch(was.data, is.data, diff.data, width, height, {
            threshold: 0.2,
          });
          return { pixels, ...(pixels > 0 && { diff: await encode(diff, 'image/png') }) };
        },
      };
      Object.assign(globalThis, { lab });
    }, '/pixelmatch.js');
    return new PictureLab(page);
  }

  /** Converts a PNG to WebP. */
  async encode(png: Buffer): Promise<Buffer> {
    const text = await this.#page.evaluate(
      (base64) => (globalThis as unknown as LabWindow).lab.encode(base64),
      png.toString('base64'),
    );
    return Buffer.from(text, 'base64');
  }

  /** Compares a stored WebP with a new PNG. */
  async compare(kept: Buffer, png: Buffer): Promise<Comparison> {
    const { pixels, diff } = await this.#page.evaluate(
      ([was, is]) => (globalThis as unknown as LabWindow).lab.compare(was, is),
      [kept.toString('base64'), png.toString('base64')] as const,
    );
    return { pixels, diff: diff === undefined ? undefined : Buffer.from(diff, 'base64') };
  }
}

interface Lab {
  encode(png: string): Promise<string>;
  compare(kept: string, png: string): Promise<{ pixels: number; diff?: string }>;
}

interface LabWindow {
  readonly lab: Lab;
}
