import { PDFArray, type PDFContext, PDFDict, PDFName, type PDFObject, PDFStream } from 'pdf-lib';

/** Keys that make a reader do, fetch or carry something (ISO 32000-2 7.11, 12.6, 12.7.9). */
const FORBIDDEN_KEYS = [
  'AA',
  'JS',
  'JavaScript',
  'XFA',
  'EmbeddedFiles',
  'EmbeddedFile',
  'EF',
  'RichMediaContent',
  'RichMediaSettings',
];

/** Actions (ISO 32000-2 table 201) other than going to a place in the same file or naming a web address. */
const FORBIDDEN_ACTIONS = [
  'JavaScript',
  'Launch',
  'SubmitForm',
  'ResetForm',
  'ImportData',
  'GoToR',
  'GoToE',
  'Rendition',
  'Movie',
  'Sound',
  'Hide',
  'Trans',
  'SetOCGState',
  'GoTo3DView',
  'RichMediaExecute',
];

/** Annotations and objects with content of their own (table 171); `PS` is a PostScript program in a page. */
const FORBIDDEN_SUBTYPES = ['RichMedia', 'Movie', 'Sound', 'Screen', '3D', 'FileAttachment', 'PS', 'Projection'];

const names = (list: readonly string[]): ReadonlySet<PDFName> => new Set(list.map((name) => PDFName.of(name)));

const KEYS = names(FORBIDDEN_KEYS);
const ACTIONS = names(FORBIDDEN_ACTIONS);
const SUBTYPES = names(FORBIDDEN_SUBTYPES);

/** Objects of a file that are looked at; a file with more is refused like one with active content. */
const MAX_OBJECTS = 400_000;

/**
 * Whether a file holds anything that acts. Every object of the file is looked at, reachable or not, so that no detour in
 * the graph hides one; references are not followed, so that no loop can hold the search up.
 */
export function findActiveContent(context: PDFContext): boolean {
  const open: PDFObject[] = context.enumerateIndirectObjects().map(([, object]) => object);
  for (let seen = 0; open.length > 0; seen++) {
    if (seen > MAX_OBJECTS) return true;
    const object = open.pop();
    const dict = object instanceof PDFStream ? object.dict : object;
    if (object instanceof PDFStream && object.dict.has(PDFName.of('F'))) return true;
    if (dict instanceof PDFArray) for (const item of dict.asArray()) open.push(item);
    if (!(dict instanceof PDFDict)) continue;
    if (isActive(context, dict)) return true;
    open.push(...dict.values());
  }
  return false;
}

function isActive(context: PDFContext, dict: PDFDict): boolean {
  if (dict.keys().some((key) => KEYS.has(key))) return true;
  const isOf = (key: string, values: ReadonlySet<PDFName>): boolean => {
    const value = context.lookup(dict.get(PDFName.of(key)));
    return value instanceof PDFName && values.has(value);
  };
  return isOf('S', ACTIONS) || isOf('Subtype', SUBTYPES);
}
