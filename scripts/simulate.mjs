import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('simulate', 'scripts/simulate/main.ts');
