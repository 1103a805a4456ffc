import { count } from '../world/counts.ts';
import type { Rig } from '../world/rig.ts';
import { centerDiffers } from './center.ts';
import { notErased } from './erased.ts';
import { noticesDiffer } from './notices.ts';
import { isAtRest, openUnnamed, placesDiffer, releasedUnseen, uncertainUnnamed } from './places.ts';
import { readableInLog, readableOnDisk } from './secrets.ts';

type Check = readonly [name: string, faults: (rig: Rig) => readonly string[]];

/** Bugs that the core survived. */
const faultsOf = ({ logged }: Rig): readonly string[] =>
  logged.filter(({ id }) => id === 'core-fault').map(({ fields }) => JSON.stringify(fields));

const ALWAYS: readonly Check[] = [
  ['a released document was seen to', releasedUnseen],
  ['what is uncertain has its exception', uncertainUnnamed],
  ['a door that stands open is told', openUnnamed],
  ['one lock under current', ({ bench }) => bench.cabinet.violations().filter((one) => one === 'twoLocksAtOnce')],
  ['the core has no faults', faultsOf],
  ['nothing secret in the log', readableInLog],
  ['nothing secret on the disk', readableOnDisk],
  ['messages rise and can be read', ({ journal }) => journal.broken()],
];
const AT_REST: readonly Check[] = [['a parcel is where it is written', placesDiffer]];
const SYNCED: readonly Check[] = [
  ['the center agrees', centerDiffers],
  ['holders are told once', noticesDiffer],
  ['what is personal is erased', notErased],
];

/** Throws with everything that must not be. `synced`: all is delivered. */
export function checkAll(rig: Rig, when: 'now' | 'synced'): void {
  rig.read();
  const checks = [
    ...(rig.machine() ? ALWAYS : []),
    ...(isAtRest(rig) ? AT_REST : []),
    ...(when === 'synced' ? SYNCED : []),
  ];
  const faults = checks.flatMap(([name, found]) => {
    count(rig.counts.checks, name);
    return found(rig).map((fault) => `${name}: ${fault}`);
  });
  // Looked at once.
  rig.logged.length = 0;
  const all = [...rig.findings, ...faults];
  if (all.length > 0) throw new Error([...new Set(all)].join('\n'));
}
