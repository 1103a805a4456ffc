import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Finding } from './finding.ts';
import type { Source } from './sources.ts';

const LIMIT_MS = 2_000;
const CLASS_FOLDER = '/sys/class/video4linux';

/** What makers call a camera that looks down on paper, or at a person [inf]. */
const LOOKS_AT = [
  { place: 'document', words: /document|doc ?cam|scan|高拍|A4/i },
  { place: 'person', words: /face|front|portrait|user|人/i },
] as const;

/** Cameras by the names that the kernel has for them. The page opens them, by a part of their label. */
export const cameraSource = (folder = CLASS_FOLDER): Source => ({
  name: 'cameras',
  limitMs: LIMIT_MS,
  async look() {
    const nodes = await nodesIn(folder);
    const cameras = await Promise.all(nodes.map((node) => cameraOf(folder, node)));
    const seen = cameras.flatMap((camera) => camera ?? []);
    const findings = seen.map((camera) =>
      toFinding(camera, seen.filter(({ label }) => label === camera.label).length > 1),
    );
    return findings.length > 0 ? { findings } : { findings, reason: 'this machine has no camera' };
  },
});

interface Camera {
  readonly node: string;
  readonly label: string;
}

async function nodesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).filter((name) => /^video\d+$/.test(name)).sort();
  } catch (error) {
    if (error instanceof Error && 'code' in error) return [];
    throw error;
  }
}

/** A camera has a second node for data about its pictures, with another index. */
async function cameraOf(folder: string, node: string): Promise<Camera | undefined> {
  try {
    const index = await readFile(join(folder, node, 'index'), 'utf8');
    const label = (await readFile(join(folder, node, 'name'), 'utf8')).trim();
    return index.trim() === '0' && label !== '' ? { node, label } : undefined;
  } catch (error) {
    if (error instanceof Error && 'code' in error) return undefined;
    throw error;
  }
}

function toFinding({ node, label }: Camera, hasTwin: boolean): Finding {
  const looks = LOOKS_AT.find(({ words }) => words.test(label));
  const open = [
    'Where it looks: the technician page shows its picture; then set cameras.document or cameras.person, and rotate.',
    ...(hasTwin
      ? ['Another camera has the same name: only vendor and product, as 05a3:9230, can tell them apart.']
      : []),
  ];
  return {
    where: `/dev/${node}`,
    what: `camera “${label}”`,
    certainty: looks && !hasTwin ? 'likely' : 'unknown',
    evidence: looks ? 'its name says what it looks at' : 'the kernel names it; what it looks at, nobody does',
    fits: looks && !hasTwin ? [{ place: 'cameras', settings: { [looks.place]: { label } }, open }] : [],
  };
}
