import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { createCanvas } from '@napi-rs/canvas';

/** What an 8-megapixel document camera sees: a sheet lying on its side under it, and a hand that moves. */
export const FILM = { width: 3264, height: 2448 } as const;
const FRAMES = 4;
const LINES = 24;

/** Writes a film that Chromium's file camera plays over and over: JPEG pictures, one behind the other. */
export function writeDocumentFilm(file: string): void {
  const frames = Array.from({ length: FRAMES }, (_, at) => frame(at));
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, Buffer.concat(frames));
}

function frame(at: number): Buffer {
  const canvas = createCanvas(FILM.width, FILM.height);
  const brush = canvas.getContext('2d');
  brush.fillStyle = '#4b5a52';
  brush.fillRect(0, 0, FILM.width, FILM.height);
  // Lying: the head of the sheet points to the left, so that a turn of 90° clockwise stands it up.
  brush.translate(FILM.width / 2, FILM.height / 2);
  brush.rotate(-Math.PI / 2);
  brush.fillStyle = '#fdfdf8';
  brush.fillRect(-1050, -1480, 2100, 2960);
  brush.fillStyle = '#b01818';
  brush.fillRect(-800, -1380, 1600, 130);
  brush.fillStyle = '#202020';
  for (let line = 0; line < LINES; line += 1) brush.fillRect(-880, -1080 + line * 90, 1760 - (line % 5) * 190, 34);
  brush.fillStyle = '#c78b62';
  brush.fillRect(500, 700 + at * 120, 620, 260);
  return canvas.toBuffer('image/jpeg', 85);
}
