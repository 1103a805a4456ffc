import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('start', 'scripts/start/main.ts');
