import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('bench', 'scripts/bench/main.ts');
