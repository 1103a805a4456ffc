import { defineConfig } from '@playwright/test';

const DEBIAN_CHROMIUM = '/usr/bin/chromium';

/** Browser journeys in Debian's Chromium; one worker, because the machines that run this are small. */
export default defineConfig({
  testDir: 'test/journeys',
  workers: 1,
  timeout: 120_000,
  reporter: 'list',
  outputDir: 'out/playwright',
  use: {
    viewport: { width: 1080, height: 1920 },
    hasTouch: true,
    launchOptions: {
      executablePath: DEBIAN_CHROMIUM,
      args: ['--no-sandbox', '--disable-gpu', '--disable-background-networking'],
    },
  },
});
