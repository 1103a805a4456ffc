import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('journey', 'scripts/journey/main.ts');
