import { defineConfig } from '@playwright/test'
import base from './playwright.config'

/** The same browser, another errand: `python -m benchmarks.pages` runs it. */
export default defineConfig({ ...base, testDir: 'audit', timeout: 120_000 })
