import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('test', 'scripts/test/main.ts');
