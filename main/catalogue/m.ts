import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { digestOf, readBundle } from '../../contract/catalogue/bundle.ts';
import { systemClock } from '../../native/clock.ts';
import { openCatalogue } from './keeper.ts';
import { checkedAs } from './store/checked-as.ts';

const seedFile = 'assets/catalogue/catalogue.jsonl';
const dataDir = 'out/tmpm/k';
rmSync(dataDir, { recursive: true, force: true });
const log = (id: any, f: any) => console.log('  log', id, JSON.stringify(f));
const t = (n: string, f: () => unknown) => {
  const a = performance.now();
  const r = f();
  console.log(n, (performance.now() - a).toFixed(1));
  return r as any;
};
t('readBundle', () => readBundle(readFileSync(seedFile, 'utf8')));
const b = t('readBundle2', () => readBundle(readFileSync(seedFile, 'utf8')));
console.log('entries', b.texts.size);
t('parse all', () => [...b.texts.values()].map((x: string) => JSON.parse(x)));
t('stamp', checkedAs);
t('stamp2', checkedAs);
const { createSearch } = await import('./search/create-search.ts');
const { loadSeed } = await import('./store/load-version.ts');
let a = performance.now();
const l = await loadSeed(b);
console.log('loadSeed', performance.now() - a);
if (l.ok) {
  t('createSearch', () => createSearch(l.value.sources()));
  t('createSearch2', () => createSearch(l.value.sources()));
  const noEn = l.value.sources().map((s: any) => ({ ...s, names: s.names.filter((n: any, i: any) => i !== 1) }));
  t('createSearch noEn', () => createSearch(noEn));
}
for (let i = 0; i < 3; i++) {
  a = performance.now();
  const k = await openCatalogue({
    dataDir,
    seedFile,
    site: { kioskId: '310120-0042', division: '310120' },
    catalogueKey: undefined,
    fetchDelta: async () => ({ ok: false, error: 'center.unreachable' }),
    clock: systemClock,
    log,
  });
  console.log('open', performance.now() - a, k.status());
  a = performance.now();
  await k.checkNow();
  console.log('settled', performance.now() - a);
  await k.close();
}
