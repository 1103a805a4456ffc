import { ConfigError, loadConfig } from '../../main/core/load-config.ts';
import { type DevicesCommand, HELP, readDevicesArguments } from './arguments.ts';
import { checkDevice } from './check-device.ts';
import { createSay } from './say.ts';
import { scanDevices } from './scan.ts';
import { watchDevice } from './watch.ts';

const EXIT = { fine: 0, failed: 1, usage: 2 } as const;

const wrong = (sentence: string): number => {
  process.stderr.write(`devices: ${sentence}\n`);
  return EXIT.usage;
};

// `… watch x | head`: whoever reads has read enough.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

const read = readDevicesArguments(process.argv.slice(2), process.env);
process.exitCode = read.ok ? await run(read.value) : wrong(`${read.error}\n\n${HELP}`);

async function run(command: DevicesCommand): Promise<number> {
  if (command.name === 'help') {
    process.stdout.write(`${HELP}\n`);
    return EXIT.fine;
  }
  const say = createSay((line) => process.stdout.write(`${line}\n`), command.json);
  if (command.name === 'scan') return (await scanDevices(command, say)) ? EXIT.fine : EXIT.failed;
  try {
    const config = loadConfig(command.config);
    const outcome =
      command.name === 'test'
        ? await checkDevice(config, command.device, say, command.cell, asked())
        : (await watchDevice(config, command.device, say, asked()))
          ? 'passed'
          : 'absent';
    if (outcome === 'absent') return wrong(`${command.config} has no ${command.device} under "devices"`);
    // At once: the check still waits for somebody.
    if (outcome === 'interrupted') process.exit(EXIT.failed);
    return outcome === 'passed' ? EXIT.fine : EXIT.failed;
  } catch (error) {
    if (error instanceof ConfigError) return wrong(error.message);
    throw error;
  }
}

/** Resolves when somebody wants it to end. */
function asked(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve());
  });
}
