import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('catalogue', 'scripts/catalogue/main.ts');
