import { text } from 'node:stream/consumers';
import { readArguments, StartRefused } from './arguments.ts';
import { startCenter } from './center.ts';
import { hashPassword } from './locker/operators/password-hash.ts';

const USAGE = `The reference “一网通办” gateway.

  node center/main.ts --data DIR --kiosk-keys FILE [--host HOST] [--port PORT] [--public-url URL]
    [--trusted-proxy ADDRESS] [--catalogue FILE] [--operators FILE] [--sms-webhook URL --sms-webhook-secret FILE]
  node center/main.ts --hash-operator

  --data        where the database and the key of the check codes are kept; made if missing
  --kiosk-keys  JSON file: { "<kiosk id>": "<key, at least 16 characters>" }
  --host        default 127.0.0.1
  --port        default 0: any free port
  --public-url  what QR codes begin with; default: the address it listens on
  --trusted-proxy
                addresses of the TLS proxy before it, separated by commas: what they say of where a request comes from is believed
  --catalogue   bundle that is published if it is not the newest already; default: assets/catalogue/catalogue.jsonl
  --operators   JSON file: { "<name>": "<hash>" }; without it there are no operators' pages
  --sms-webhook, --sms-webhook-secret
                where messages to residents are posted, and a file with the secret (at least 16 characters) that signs them;
                without them messages stand in the log only
  --hash-operator
                reads a password (at least 12 characters) from stdin and prints its hash for the operators' file

Prints JSON lines on stdout: {"event":"listening","url":"http://…"} when it serves, then a line for every message that was
settled ("message", codes masked) and for every failed log-in ("operatorRefused").
`;

const SHORTEST_PASSWORD = 12;

/** The password is what stands in stdin, without the line's end. */
async function hashOperator(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, '');
  if (password.length < SHORTEST_PASSWORD) {
    throw new StartRefused(`expected a password of at least ${SHORTEST_PASSWORD} characters on stdin`);
  }
  return hashPassword(password);
}

async function main(): Promise<void> {
  const options = readArguments(process.argv.slice(2));
  if (options === 'help') {
    process.stdout.write(USAGE);
    return;
  }
  if (options === 'hashOperator') {
    process.stdout.write(`${await hashOperator()}\n`);
    return;
  }
  const say = (line: object): void => void process.stdout.write(`${JSON.stringify(line)}\n`);
  const center = await startCenter({ ...options, onEvent: say });
  const stop = (): void => {
    process.off('SIGTERM', stop).off('SIGINT', stop);
    void center.close();
  };
  process.on('SIGTERM', stop).on('SIGINT', stop);
  say({ event: 'listening', url: center.url });
}

main().catch((error: unknown) => {
  const plain = error instanceof StartRefused || (error instanceof TypeError && 'code' in error);
  process.stderr.write(`${plain ? error.message : error instanceof Error ? error.stack : String(error)}\n`);
  process.exitCode = 1;
});
