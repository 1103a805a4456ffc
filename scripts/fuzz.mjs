import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('fuzz', 'scripts/fuzz/main.ts');
