import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('staff', 'scripts/staff/main.ts');
