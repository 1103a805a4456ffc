import { PDFArray, type PDFContext, PDFDict, PDFName, PDFNumber, type PDFObject } from 'pdf-lib';

/** A4 in points, and how far a page may be from it: some programs round, some leave a hair of bleed. */
const A4 = [595.28, 841.89] as const;
const TOLERANCE = 9;

/** Depth of the tree and length of a chain of parents; honest trees have three or four levels. */
const MAX_DEPTH = 40;

/** The pages of a file in order; undefined when there are more than `maxPages`, or the tree is no tree. */
export function walkPages(context: PDFContext, root: PDFObject | undefined, maxPages: number): PDFDict[] | undefined {
  const pages: PDFDict[] = [];
  const seen = new Set<PDFDict>();
  const open: { node: PDFObject | undefined; depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    const node = context.lookup(next.node);
    if (!(node instanceof PDFDict) || seen.has(node) || next.depth > MAX_DEPTH) return undefined;
    seen.add(node);
    const kids = context.lookup(node.get(PDFName.of('Kids')));
    if (kids instanceof PDFArray) {
      if (kids.size() > maxPages) return undefined;
      const { depth } = next;
      for (const kid of kids.asArray().toReversed()) open.push({ node: kid, depth: depth + 1 });
    } else {
      pages.push(node);
      if (pages.length > maxPages) return undefined;
    }
  }
  return pages;
}

/** Whether a page is A4, upright or lying, as shown on paper (ISO 32000-2 7.7.3.4: boxes are inherited). */
export function isA4(context: PDFContext, page: PDFDict): boolean {
  const unit = context.lookup(page.get(PDFName.of('UserUnit')));
  if (unit !== undefined && !(unit instanceof PDFNumber && unit.asNumber() === 1)) return false;
  const box = inherited(context, page, 'CropBox') ?? inherited(context, page, 'MediaBox');
  if (!(box instanceof PDFArray) || box.size() !== 4) return false;
  const numbers = box.asArray().map((item) => context.lookup(item));
  const corners = numbers.flatMap((item) => (item instanceof PDFNumber ? [item.asNumber()] : []));
  const [left, bottom, right, top] = corners;
  if (left === undefined || bottom === undefined || right === undefined || top === undefined) return false;
  const sides = [Math.abs(right - left), Math.abs(top - bottom)].sort((a, b) => a - b);
  return sides.every((side, index) => Math.abs(side - (A4[index] ?? 0)) <= TOLERANCE);
}

function inherited(context: PDFContext, page: PDFDict, key: string): PDFObject | undefined {
  let node: PDFObject | undefined = page;
  for (let depth = 0; node instanceof PDFDict && depth <= MAX_DEPTH; depth++) {
    const value = context.lookup(node.get(PDFName.of(key)));
    if (value !== undefined) return value;
    node = context.lookup(node.get(PDFName.of('Parent')));
  }
  return undefined;
}
