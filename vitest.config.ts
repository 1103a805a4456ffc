import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    include: ['{contract,native,main,renderer,center,scripts}/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
    exclude: ['test/journeys/**', 'node_modules/**', 'dist/**'],
    testTimeout: 20_000,
    hookTimeout: 30_000,
    maxWorkers: 2,
  },
});
