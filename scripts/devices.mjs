import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('devices', 'scripts/devices/main.ts');
