import { createServer } from 'node:http';
import { EXIT_WRONG_CONFIG } from '../core-protocol.ts';
import { connectToShell } from '../core-side.ts';

// A core for tests of the shell: serves one page on loopback at the port it was given, and can be told over HTTP to do
// what a broken core or a straying page does.

const PAGE = `<!doctype html><title>通办</title><p>stand-in</p><script>
  const load = crypto.randomUUID();
  const report = async () => {
    const seen = { load, width: innerWidth, height: innerHeight,
      fullscreen: matchMedia('(display-mode: fullscreen)').matches, path: location.pathname };
    const command = await (await fetch('/report?' + new URLSearchParams(seen))).json();
    if (command.go) location.href = command.go;
    while (command.hang);
  };
  setInterval(() => report().catch(() => {}), 100);
</script>`;

type Query = Readonly<Record<string, string>>;
const seen: { readonly at: number; readonly query: Query }[] = [];
/** What the page is told to do at its next report. */
let command: Query = {};

const answers: Readonly<Record<string, (query: Query) => unknown>> = {
  '/who': () => ({ pid: process.pid, token: process.env.TONGBAN_TOKEN }),
  '/seen': () => seen.map(({ at, query }) => ({ ...query, age: Date.now() - at })),
  '/report': (query) => {
    if (query.path === '/') seen.push({ at: Date.now(), query });
    const told = command;
    command = {};
    return told;
  },
  '/command': (query) => {
    command = query;
    return {};
  },
  '/hang': () => {
    setImmediate(() => {
      for (;;);
    });
    return {};
  },
};

if (process.env.TONGBAN_CONFIG === 'wrong') process.exit(EXIT_WRONG_CONFIG);

const server = createServer((request, response) => {
  const url = new URL(request.url ?? '/', 'http://127.0.0.1');
  const answer = answers[url.pathname];
  response.setHeader('content-type', answer ? 'application/json' : 'text/html; charset=utf-8');
  response.end(answer ? JSON.stringify(answer(Object.fromEntries(url.searchParams))) : PAGE);
});

const link = connectToShell(() => {
  link.close();
  server.close();
  server.closeAllConnections();
});

server.listen(Number(process.env.TONGBAN_PORT ?? '0'), '127.0.0.1', () => {
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('listening on no port');
  link.ready(`http://127.0.0.1:${address.port}/`);
});
