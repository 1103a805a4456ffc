import { createServer } from 'node:http';
import { writeFileSync } from 'node:fs';
import { startMachine } from './test/support/machine.ts';
const machine = await startMachine({ keepDock: true } as never);
writeFileSync('/tmp/rv-url', machine.kiosk.url);
createServer(async (q, s) => {
  const [, cmd, arg] = (q.url ?? '').split('/');
  try {
    if (cmd === 'put') machine.put(arg!);
    if (cmd === 'take') machine.take();
    if (cmd === 'goes') await machine.goes();
    if (cmd === 'cut') machine.rig.network.unplug();
    if (cmd === 'plug') machine.rig.network.plug();
    if (cmd === 'quit') { await machine.close(); s.end('bye'); process.exit(0); }
    s.end(JSON.stringify(cmd === 'papers' ? machine.rig.papers.all() : machine.resident.snapshot().screen.name));
  } catch (e) { s.statusCode = 500; s.end(String(e)); }
}).listen(45671, '127.0.0.1');
console.log('READY', machine.kiosk.url);
