import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{contract,native,main,renderer,center,scripts}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**', 'dist/**'],
    // Whole-system tests start real processes; every wait inside them has its own, shorter limit.
    testTimeout: 60_000,
    hookTimeout: 60_000,
    maxWorkers: 2,
  },
});
