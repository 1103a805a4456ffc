import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('drill', 'scripts/drill/main.ts');
