import { SUPPLIES, type SupplyName, TRAYS, type TrayName } from './printer.ts';

/** ippeveprinter numbers its sources; 0 and 2 (automatic, manual) hold no paper of their own. */
const SOURCE_NUMBER: Readonly<Record<TrayName, number>> = { main: 1, 'by-pass-tray': 3 };
const TELL_LIMIT_MS = 2_000;

export interface Stock {
  setTray(tray: TrayName, sheets: number): Promise<void>;
  setSupply(supply: SupplyName, percent: number): Promise<void>;
  /** After switching on: the printer itself begins with American paper. Throws when it does not take it. */
  tell(): Promise<void>;
}

/** What lies in the printer, told to ippeveprinter through the forms of its web pages, which know no other way. */
export function createStock(port: number): Stock {
  const sheets: Record<TrayName, number> = { ...TRAYS };
  const percent: Record<SupplyName, number> = { waste: 25, toner: 75 };

  async function submit(page: 'media' | 'supplies', fields: Record<string, string>): Promise<void> {
    const query = new URLSearchParams(fields).toString();
    const signal = AbortSignal.timeout(TELL_LIMIT_MS);
    const answer = await fetch(`http://localhost:${port}/${page}?${query}`, { signal });
    await answer.arrayBuffer();
    if (!answer.ok) throw new Error(`ippeveprinter answers ${answer.status} to its own form`);
  }
  const tellMedia = (): Promise<void> => {
    const fields: Record<string, string> = {};
    for (const [tray, number] of Object.entries(SOURCE_NUMBER)) {
      fields[`size${number}`] = 'iso_a4_210x297mm';
      fields[`type${number}`] = 'stationery';
      fields[`level${number}`] = `${tray === 'main' ? sheets.main : sheets['by-pass-tray']}`;
    }
    return submit('media', fields);
  };
  const tellSupplies = (): Promise<void> =>
    submit('supplies', Object.fromEntries(SUPPLIES.map((supply, index) => [`supply${index}`, `${percent[supply]}`])));

  return {
    setTray(tray, count) {
      sheets[tray] = count;
      return tellMedia();
    },
    setSupply(supply, level) {
      percent[supply] = level;
      return tellSupplies();
    },
    async tell() {
      await tellMedia();
      await tellSupplies();
    },
  };
}
