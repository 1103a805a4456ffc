import { loadPeople, personById } from '../rig/people.ts';
import { oneDocument } from './one-document.ts';
import { openVisitParts, popularItems } from './visit-parts.ts';

// A process that makes one document, the first of its life and with nothing warmed, and says how long that took.
const [, , dataDir = '', centerUrl = '', key = '', itemCode = '', personId = ''] = process.argv;
const item = popularItems().find(({ code }) => code === itemCode);
if (!item) throw new Error(`no item ${itemCode}`);
const { parts, close } = openVisitParts(dataDir, centerUrl, key);
const times = await oneDocument(parts, item, personById(loadPeople(), personId).card);
process.stdout.write(JSON.stringify(times ?? null));
await close();
