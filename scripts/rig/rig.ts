import { randomBytes } from 'node:crypto';
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import { systemClock } from '../../native/clock.ts';
import { createIdCardSimulator, type IdCardSimulator } from '../../native/idcard/simulator/id-card-simulator.ts';
import { createFrameReport } from '../../native/idcard/wire-frames.ts';
import type { SimulatedIppPrinter } from '../../native/ipp/simulator/printer.ts';
import { startIppPrinter } from '../../native/ipp/simulator/start-ipp-printer.ts';
import type { LockerSimulatorOptions } from '../../native/lockboard/simulator/definition.ts';
import { receiptFonts } from '../../native/receipt/raster.ts';
import { createReceiptSimulator, type ReceiptSimulator } from '../../native/receipt/simulator/receipt-simulator.ts';
import { openPseudoTerminal } from '../../native/transport/pseudo-terminal.ts';
import type { SimulatedPort } from '../../native/transport/simulated-port.ts';
import { tapPort } from '../../native/transport/wire-tap.ts';
import { type CenterProcess, startCenterProcess } from './center-process.ts';
import { type DemoMember, enrolDemoStaff } from './demo-staff.ts';
import { startDock } from './dock-server.ts';
import { FrameJournal } from './frame-journal.ts';
import { DEMO_OPERATOR, enrol, operatorPasswordFile, writeKioskConfig } from './kiosk-files.ts';
import { type MoreDeviceName, type MoreDevices, startMoreDevices } from './more-devices.ts';
import { type Network, openNetwork } from './network.ts';
import { Papers } from './papers.ts';
import { loadPeople } from './people.ts';
import { type Phone, startPhone } from './phone.ts';
import { projectRoot } from './places.ts';
import { openPrinterLine } from './printer-line.ts';

const BAUD_RATE = 115_200;

export interface RigOptions {
  /** Everything that lasts: the kiosk's data, the center's, the ports. */
  readonly dataDir: string;
  /** Where papers and receipts come out. */
  readonly outDir: string;
  /** How quick the simulated printers are; the demo's are near to real ones. */
  readonly speed?: { readonly firstPageMs: number; readonly pageMs: number; readonly receiptLineMs: number };
  /** Beside reader, receipt printer and A4 printer. */
  readonly more?: readonly MoreDeviceName[];
  /** Which boards the locker has, where it has one. */
  readonly locker?: Partial<LockerSimulatorOptions>;
  readonly changeConfig?: Parameters<typeof writeKioskConfig>[2];
}

const REAL_SPEED = { firstPageMs: 2_500, pageMs: 1_200, receiptLineMs: 15 };

/** Who may see the center's map, and where its password lies. */
export interface DemoOperator {
  readonly url: string;
  readonly name: string;
  readonly passwordFile: string;
}

/** A whole demo machine without the kiosk itself: center, devices at the far ends of their wires, and the dock. */
export interface Rig {
  readonly configFile: string;
  readonly kioskDataDir: string;
  readonly people: readonly SpecimenPerson[];
  readonly center: CenterProcess;
  readonly network: Network;
  readonly idCard: IdCardSimulator;
  readonly idCardPort: SimulatedPort;
  readonly receipt: ReceiptSimulator;
  readonly receiptPort: SimulatedPort;
  readonly printer: SimulatedIppPrinter;
  readonly papers: Papers;
  readonly frames: FrameJournal;
  readonly phone: Phone;
  /** Who can sign in as staff, where there is a locker. */
  readonly staff: readonly DemoMember[];
  /** Those that were asked for. */
  readonly more: MoreDevices | undefined;
  readonly dockUrl: string;
  readonly operator: DemoOperator;
  /** The address of the kiosk's page, shown on the dock. */
  setKioskUrl(url: string): void;
  close(): Promise<void>;
}

export async function startRig(options: RigOptions): Promise<Rig> {
  const { dataDir, outDir } = options;
  const { firstPageMs, pageMs, receiptLineMs } = options.speed ?? REAL_SPEED;
  const kioskDataDir = join(dataDir, 'kiosk');
  const centerDataDir = join(dataDir, 'center');
  const portsDir = join(dataDir, 'ports');
  for (const folder of [kioskDataDir, centerDataDir, portsDir]) mkdirSync(folder, { recursive: true, mode: 0o700 });

  const closers: (() => Promise<void>)[] = [];
  // Noted before it is open: what still opens when something else fails must be closed as well.
  const opened = <T extends { close(): Promise<void> }>(opening: Promise<T>): Promise<T> => {
    closers.unshift(async () => (await opening).close());
    return opening;
  };
  const close = async (): Promise<void> => {
    await Promise.allSettled(closers.map((end) => end()));
    rmSync(portsDir, { recursive: true, force: true });
  };

  try {
    const people = loadPeople();
    const frames = new FrameJournal();
    const papers = new Papers(outDir);
    const { keysFile } = enrol(kioskDataDir, centerDataDir);
    const smsSecret = randomBytes(32).toString('base64url');
    const phone = await opened(startPhone(smsSecret, join(dataDir, 'phone.json')));
    const staff = options.more?.includes('locker') ? await enrolDemoStaff(kioskDataDir, people) : [];
    const [center, idCardPort, receiptPort, printer] = await Promise.all([
      opened(startCenterProcess({ dataDir: centerDataDir, keysFile, sms: { url: phone.url, secret: smsSecret } })),
      opened(openPseudoTerminal(join(portsDir, 'idcard'))),
      opened(openPseudoTerminal(join(portsDir, 'receipt'))),
      opened(startIppPrinter({ name: 'Tongban A4', outDir: papers.a4Dir, firstPageMs, pageMs })),
    ]);
    const printerLine = await opened(openPrinterLine(printer.uri, frames));
    const network = await opened(openNetwork(() => center.url, frames));
    const idCard = createIdCardSimulator({
      port: tapPort(
        idCardPort,
        createFrameReport((direction, text) => frames.note('idCard', direction, text)),
      ),
      clock: systemClock,
      continuousReading: 'repeats',
      baudRate: BAUD_RATE,
    });
    const receipt = createReceiptSimulator({
      port: tapPort(receiptPort, frames.bytes('receipt')),
      clock: systemClock,
      widthDots: 576,
      fonts: receiptFonts(join(projectRoot, 'assets', 'fonts')),
      printMsPerLine: receiptLineMs,
    });
    receipt.onReceipt((paper) => papers.addReceipt(paper));
    printer.onPaper(({ pdfPath, pages, jobName }) => {
      papers.addA4(pdfPath, pages);
      frames.note('document', 'fromDevice', `${jobName}: ${pages} pages out`);
    });

    const more = options.more
      ? await opened(
          startMoreDevices({ dir: portsDir, keepIn: dataDir, frames, names: options.more, locker: options.locker }),
        )
      : undefined;
    const operator: DemoOperator = {
      url: `${center.url}/operator/locker`,
      name: DEMO_OPERATOR,
      passwordFile: operatorPasswordFile(centerDataDir),
    };
    const dock = await opened(
      startDock({
        more,
        operator,
        phone,
        staff,
        people,
        idCard,
        idCardPort,
        receipt,
        receiptPort,
        printer,
        network,
        papers,
        frames,
      }),
    );
    const configFile = join(dataDir, 'kiosk.json');
    writeKioskConfig(
      configFile,
      {
        centerUrl: network.url,
        idCardPath: idCardPort.path,
        receiptPath: receiptPort.path,
        printerUri: printerLine.uri,
        dockUrl: dock.url,
        moreDevices: more?.configs,
      },
      options.changeConfig,
    );
    return {
      configFile,
      kioskDataDir,
      people,
      center,
      network,
      idCard,
      idCardPort,
      receipt,
      receiptPort,
      printer,
      papers,
      frames,
      phone,
      staff,
      more,
      dockUrl: dock.url,
      operator,
      setKioskUrl: dock.setKioskUrl,
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
}
