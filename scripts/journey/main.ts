import { copyFileSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { extname, join } from 'node:path';
import { startKiosk } from '../rig/kiosk.ts';
import { projectRoot } from '../rig/places.ts';
import { startRig } from '../rig/rig.ts';
import { openTouchPage } from './browser.ts';
import { softwareShareMs, visit } from './visit.ts';

const OUT = join(projectRoot, 'out', 'journey');
const JOURNEY_SPEED = { firstPageMs: 800, pageMs: 300, receiptLineMs: 5 };

/** The main job without a person: the real core, simulators on their wires, a real printer, the page driven by touch. */
async function journey(): Promise<void> {
  rmSync(OUT, { recursive: true, force: true });
  const dataDir = join(OUT, 'data');
  mkdirSync(OUT, { recursive: true });
  const rig = await startRig({ dataDir, outDir: join(OUT, 'out'), speed: JOURNEY_SPEED });
  try {
    const startedAt = performance.now();
    const kiosk = await startKiosk(rig);
    const coreStartMs = Math.round(performance.now() - startedAt);
    try {
      const { page, close } = await openTouchPage(kiosk.url);
      try {
        const cold = await visit({ rig, page, person: 'wang-guilan', item: /医保个人账户/, pictures: OUT });
        const warm = await visit({ rig, page, person: 'zhao-gong-fu', item: /社保缴费|养老保险缴费/ });
        keepPapers(rig.papers.all());
        const report = {
          coreStartMs,
          cold: { softwareMs: softwareShareMs(cold), steps: cold },
          warm: { softwareMs: softwareShareMs(warm), steps: warm },
        };
        writeFileSync(join(OUT, 'report.json'), `${JSON.stringify(report, null, 2)}\n`);
        console.table(cold);
        console.log(`core start to READY ${coreStartMs} ms`);
        console.log(
          `software, card to “printing”: cold ${report.cold.softwareMs} ms, warm ${report.warm.softwareMs} ms`,
        );
        console.log(`see ${OUT}`);
      } finally {
        await close();
      }
    } finally {
      await kiosk.stop();
    }
  } finally {
    await rig.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The first document and the first receipt under names that a newcomer finds. */
function keepPapers(papers: readonly { kind: 'a4' | 'receipt'; file: string }[]): void {
  const document = papers.find(({ kind }) => kind === 'a4');
  const receipt = papers.find(({ kind }) => kind === 'receipt');
  if (!document || !receipt) throw new Error('the visit left no paper');
  copyFileSync(document.file, join(OUT, 'document.pdf'));
  copyFileSync(receipt.file, join(OUT, `receipt${extname(receipt.file)}`));
  copyFileSync(receipt.file.replace(/\.png$/, '.txt'), join(OUT, 'receipt.txt'));
}

await journey();
