import { prepareAndRun } from './prepare/run-node-24.mjs';

prepareAndRun('build', 'scripts/build.ts');
