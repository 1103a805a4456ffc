import type { DeviceName } from '../../contract/device-status.ts';
import type { DockAction } from '../../contract/dock.ts';
import type { SpecimenPerson } from '../../contract/specimen.ts';
import type { IdCardSimulator } from '../../native/idcard/simulator/id-card-simulator.ts';
import type { SimulatedIppPrinter } from '../../native/ipp/simulator/printer.ts';
import type { ReceiptSimulator } from '../../native/receipt/simulator/receipt-simulator.ts';
import type { SimulatedPort } from '../../native/transport/simulated-port.ts';
import type { MoreDevices } from './more-devices.ts';
import type { Network } from './network.ts';
import type { Papers } from './papers.ts';
import { personById } from './people.ts';

export interface DeskParts {
  readonly people: readonly SpecimenPerson[];
  readonly idCard: IdCardSimulator;
  readonly idCardPort: SimulatedPort;
  readonly receipt: ReceiptSimulator;
  readonly receiptPort: SimulatedPort;
  readonly printer: SimulatedIppPrinter;
  readonly network: Network;
  readonly papers: Papers;
  /** The other devices of a whole machine. */
  readonly more?: MoreDevices | undefined;
}

/** What hands have done at the demo machine, and doing more of it. */
export class Desk {
  readonly #parts: DeskParts;
  readonly plugs = { idCard: true, receipt: true, document: true, network: true };
  readonly receiptConditions = new Set<string>();
  card: string | null = null;
  handRefused: string | null = null;

  constructor(parts: DeskParts) {
    this.#parts = parts;
  }

  async do(action: DockAction): Promise<void> {
    const { idCard, receipt, printer, network, papers, people } = this.#parts;
    switch (action.type) {
      case 'putCard':
        idCard.putCard(personById(people, action.person).card);
        this.card = action.person;
        return;
      case 'putUnreadableCard':
        this.card = `unreadable (${action.statusByte.toString(16)})`;
        return idCard.putUnreadable(action.statusByte);
      case 'takeCard':
        this.card = null;
        return idCard.takeCard();
      case 'takePaper':
        return papers.take();
      case 'document':
        return action.on ? printer.set(action.condition, action.afterPages) : printer.clear(action.condition);
      case 'receipt':
        if (action.on) this.receiptConditions.add(action.condition);
        else this.receiptConditions.delete(action.condition);
        return receipt.set(action.condition, action.on);
      case 'centerMode':
        network.mode = action.mode;
        return;
      case 'cell':
        return this.#atCell(action.cell, action.do);
      case 'scan':
        return this.#byHand('scanner', `scan ${action.text}`);
      case 'hand':
        return this.#byHand(action.device, action.line);
      case 'plug':
        return this.#plug(action.device, action.on);
    }
  }

  /** As people do: what is put in or taken out goes through an open door, which is shut afterwards. */
  async #atCell(cell: number, act: Extract<DockAction, { type: 'cell' }>['do']): Promise<void> {
    if (act === 'pull') return this.#byHand('locker', `open ${cell}`);
    if (act !== 'close') {
      if (!this.#parts.more?.cabinet?.isOpen(cell)) {
        this.handRefused = `the door of cell ${cell} is closed`;
        return;
      }
      await this.#byHand('locker', `item ${cell} ${act === 'put' ? 'on' : 'off'}`);
    }
    return this.#byHand('locker', `close ${cell}`);
  }

  async #byHand(device: DeviceName, line: string): Promise<void> {
    this.handRefused = null;
    try {
      await this.#parts.more?.doByHand(device, line);
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.handRefused = error.message;
    }
  }

  async #plug(device: keyof Desk['plugs'], on: boolean): Promise<void> {
    const { idCardPort, receiptPort, printer, network } = this.#parts;
    const cable = { idCard: idCardPort, receipt: receiptPort, document: printer, network }[device];
    await (on ? cable.plug() : cable.unplug());
    this.plugs[device] = on;
  }
}
