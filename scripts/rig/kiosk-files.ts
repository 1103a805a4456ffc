import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { z } from 'zod';
import { signingKey } from '../../center/catalogue/signing-key.ts';
import { hashPassword } from '../../center/locker/operators/password-hash.ts';
import type { kioskConfigSchema } from '../../contract/config.ts';
import { writeCatalogueKey } from '../../main/sync/catalogue-key.ts';
import { readCenterKey, writeCenterKey } from '../../main/sync/center-key.ts';

export const DEMO_KIOSK_ID = '310120-0042';

/**
 * What an enrolment does for a real kiosk: one key, known to the machine and to the center, and the key by which the machine
 * knows the center's catalogue. Somebody who may see the center's operators' pages is made besides. Stays over restarts.
 */
export function enrol(kioskDataDir: string, centerDataDir: string): { keysFile: string } {
  const secrets = join(kioskDataDir, 'secrets');
  mkdirSync(centerDataDir, { recursive: true, mode: 0o700 });
  const known = readCenterKey(secrets);
  const key = known.ok ? known.value : randomBytes(32).toString('base64url');
  if (!known.ok) writeCenterKey(secrets, key);
  writeCatalogueKey(secrets, signingKey(centerDataDir).publicKey);
  const keysFile = join(centerDataDir, 'kiosk-keys.json');
  writeFileSync(keysFile, JSON.stringify({ [DEMO_KIOSK_ID]: key }), { mode: 0o600 });
  enrolOperator(centerDataDir);
  return { keysFile };
}

export const DEMO_OPERATOR = 'demo';

/** Who may see the operators' pages of the rig's center, by hash. */
export const operatorsFile = (centerDataDir: string): string => join(centerDataDir, 'operators.json');

/** The password of `DEMO_OPERATOR`: random, for nobody but the owner of these files, and nowhere else. */
export const operatorPasswordFile = (centerDataDir: string): string => join(centerDataDir, 'operator-password.txt');

function enrolOperator(centerDataDir: string): void {
  const hashes = operatorsFile(centerDataDir);
  if (existsSync(hashes)) return;
  const password = randomBytes(12).toString('base64url');
  writeFileSync(operatorPasswordFile(centerDataDir), `${password}\n`, { mode: 0o600 });
  writeFileSync(hashes, JSON.stringify({ [DEMO_OPERATOR]: hashPassword(password) }), { mode: 0o600 });
}

/** The key that `enrol` left; a rig without one is a bug. */
export function enrolledKey(kioskDataDir: string): string {
  const key = readCenterKey(join(kioskDataDir, 'secrets'));
  if (!key.ok) throw new Error(`the rig is ${key.error}`);
  return key.value;
}

export interface RigAddresses {
  readonly centerUrl: string;
  readonly idCardPath: string;
  readonly receiptPath: string;
  readonly printerUri: string;
  readonly dockUrl: string;
  /** Settings of the other devices of a whole machine. */
  readonly moreDevices?: object | undefined;
}

/** Of 24 cells: a column for cards and booklets, one for envelopes, one for folders. */
const DEMO_SIZES = { small: [1, 2, 3, 4, 5, 6, 7, 8], medium: [9, 10, 11, 12, 13, 14, 15, 16] };

type KioskConfigInput = z.input<typeof kioskConfigSchema>;

/** Writes the `kiosk.json` of the demo machine. `change` is for tests that need another one. */
export function writeKioskConfig(
  file: string,
  { centerUrl, idCardPath, receiptPath, printerUri, dockUrl, moreDevices }: RigAddresses,
  change: (config: KioskConfigInput) => KioskConfigInput = (config) => config,
): void {
  const config = change({
    kiosk: { id: DEMO_KIOSK_ID, site: '关港村党群服务站', division: '310120', phone: '12345' },
    center: { url: centerUrl },
    ui: { orientation: 'portrait', language: 'zh-CN' },
    devices: {
      idCard: { driver: 'sdt', transport: { kind: 'serial', path: idCardPath, baudRate: 115200 } },
      receipt: { driver: 'escpos', transport: { kind: 'serial', path: receiptPath, baudRate: 115200 } },
      document: { driver: 'ipp', uri: printerUri },
      ...moreDevices,
    },
    ...(moreDevices && 'locker' in moreDevices && { parcels: { sizes: DEMO_SIZES } }),
    demo: { dock: dockUrl },
  });
  writeFileSync(file, `${JSON.stringify(config, null, 2)}\n`);
}
