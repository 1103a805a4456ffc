import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { createCanvas, loadImage } from '@napi-rs/canvas';

const run = promisify(execFile);
const LIMITS = { timeout: 15_000, maxBuffer: 32 * 1024 * 1024 } as const;

/** Hands a PDF to one of poppler's programs, which read it as a printer or another person's viewer would. */
async function withFile<T>(pdf: Uint8Array, use: (file: string, folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'tongban-pdf-'));
  try {
    const file = join(folder, 'document.pdf');
    await writeFile(file, pdf);
    return await use(file, folder);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

/** `pdftotext -layout`, one string a page. */
export const pagesAsText = (pdf: Uint8Array): Promise<string[]> =>
  withFile(pdf, async (file) => {
    const { stdout } = await run('pdftotext', ['-layout', file, '-'], LIMITS);
    return stdout.split('\f').slice(0, -1);
  });

/** `pdfinfo`, or another program that takes a file and prints. */
export const printed = (program: 'pdfinfo' | 'pdffonts', pdf: Uint8Array): Promise<string> =>
  withFile(pdf, async (file) => (await run(program, [file], LIMITS)).stdout);

export interface PageImage {
  readonly data: Uint8ClampedArray;
  readonly width: number;
  readonly height: number;
}

/** One page as pixels at 150 dots an inch, as a cheap printer draws it. */
export const pageAsImage = (pdf: Uint8Array, page: number): Promise<PageImage> =>
  withFile(pdf, async (file, folder) => {
    const target = join(folder, 'page');
    await run('pdftoppm', ['-r', '150', '-png', '-singlefile', '-f', `${page}`, '-l', `${page}`, file, target], LIMITS);
    const image = await loadImage(await readFile(`${target}.png`));
    const context = createCanvas(image.width, image.height).getContext('2d');
    context.drawImage(image, 0, 0);
    const { data, width, height } = context.getImageData(0, 0, image.width, image.height);
    return { data: new Uint8ClampedArray(data), width, height };
  });
