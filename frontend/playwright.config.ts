import { defineConfig } from '@playwright/test'

/** The pages against a whole running SpendWise: BASE_URL (or SPENDWISE_URL) says where, CHROMIUM_PATH with what. */
export default defineConfig({
  testDir: 'e2e',
  outputDir: 'test-results',
  fullyParallel: false,
  workers: 1,
  retries: 0,
  timeout: 240_000,
  expect: { timeout: 20_000 },
  reporter: [['list']],
  use: {
    baseURL: process.env['BASE_URL'] ?? process.env['SPENDWISE_URL'] ?? 'http://127.0.0.1:8000',
    locale: 'en-GB',
    viewport: { width: 1360, height: 900 },
    trace: 'off',
    screenshot: 'only-on-failure',
    launchOptions: {
      executablePath: process.env['CHROMIUM_PATH'] ?? '/usr/bin/chromium',
      args: [
        // Only root needs it, in containers; everybody else keeps the sandbox.
        ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
        '--disable-gpu',
        '--disable-quic',
        '--no-first-run',
        '--disable-background-networking',
        '--disable-component-update',
        '--disable-sync',
      ],
    },
  },
})
