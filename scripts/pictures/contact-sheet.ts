import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createCanvas, GlobalFonts, loadImage, type SKRSContext2D } from '@napi-rs/canvas';
import { projectRoot } from '../rig/places.ts';

export interface Cell {
  /** A PNG: its path, or its bytes. */
  readonly picture: string | Buffer;
  readonly caption: string;
}

export interface SheetOptions {
  readonly columns: number;
  /** Room for each picture, pixels; a picture is scaled to fit and keeps its proportions. */
  readonly cellWidth: number;
  readonly cellHeight: number;
  readonly file: string;
}

const GAP = 24;
const CAPTION_HEIGHT = 40;
const FAMILY = 'TongbanCaption';

/** Lays pictures out in rows, each with its caption below, and writes one PNG. */
export async function contactSheet(cells: readonly Cell[], options: SheetOptions): Promise<void> {
  const { columns, cellWidth, cellHeight, file } = options;
  GlobalFonts.registerFromPath(join(projectRoot, 'assets', 'fonts', 'NotoSansSC-Regular.ttf'), FAMILY);
  const rows = Math.ceil(cells.length / columns);
  const width = columns * (cellWidth + GAP) + GAP;
  const height = rows * (cellHeight + CAPTION_HEIGHT + GAP) + GAP;
  const canvas = createCanvas(width, height);
  const context = canvas.getContext('2d');
  context.fillStyle = '#d9dfe2';
  context.fillRect(0, 0, width, height);
  for (const [index, cell] of cells.entries()) {
    const left = GAP + (index % columns) * (cellWidth + GAP);
    const top = GAP + Math.floor(index / columns) * (cellHeight + CAPTION_HEIGHT + GAP);
    await drawCell(context, cell, { left, top, width: cellWidth, height: cellHeight });
  }
  writeFileSync(file, await canvas.encode('png'));
}

interface Room {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

async function drawCell(context: SKRSContext2D, { picture, caption }: Cell, room: Room): Promise<void> {
  const image = await loadImage(picture);
  const scale = Math.min(room.width / image.width, room.height / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const left = room.left + (room.width - width) / 2;
  context.fillStyle = '#fff';
  context.fillRect(left, room.top, width, height);
  context.imageSmoothingQuality = 'high';
  context.drawImage(image, left, room.top, width, height);
  context.fillStyle = '#20303a';
  context.font = `20px ${FAMILY}`;
  context.textAlign = 'center';
  context.fillText(caption, room.left + room.width / 2, room.top + room.height + 28);
}
