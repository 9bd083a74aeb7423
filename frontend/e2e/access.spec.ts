import type { Page } from '@playwright/test'
import { barriers, expect, importHousehold, signUp, test } from './pages'

const PAGES = ['/', '/transactions', '/review?part=transfers', '/accounts', '/import', '/reports', '/settings', '/settings?part=access', '/settings?part=reports', '/settings?part=currencies', '/settings?part=data', '/start?step=rows', '/glossary'] as const

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

async function reportIsThere(page: Page): Promise<void> {
  await page.goto('/reports')
  await page.getByRole('button', { name: 'Generate report' }).click()
  await expect(page.getByRole('link', { name: /^September 2025/u })).toBeVisible({ timeout: 90_000 })
}

// Colours are the same at every width, so in the dark one is enough.
const SCHEMES = [
  { colorScheme: 'light', widths: [1360, 390] },
  { colorScheme: 'dark', widths: [1360] },
] as const

for (const { colorScheme, widths } of SCHEMES) {
  for (const width of widths) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width < 500 ? 844 : 900 } })

      test('has no serious barrier on any page', async ({ page }) => {
        await page.goto('/sign-in')
        await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
        expect(await barriers(page), 'sign in').toEqual([])
        await signUp(page, 'Erin')
        expect(await barriers(page), 'first steps').toEqual([])
        await importHousehold(page)
        expect(await barriers(page), 'imported').toEqual([])
        await reportIsThere(page)
        for (const path of PAGES) {
          await page.goto(path)
          await settled(page)
          expect(await barriers(page), path).toEqual([])
          const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
          expect(overhang, `${path} scrolls sideways`).toBeLessThanOrEqual(0)
        }
        await page.goto('/reports')
        await page.getByRole('link', { name: /^September 2025/u }).click()
        await expect(page.getByRole('heading', { name: 'Where it went' })).toBeVisible()
        expect(await barriers(page), 'report').toEqual([])
        await page.locator('dl').getByRole('button').first().click()
        await expect(page.getByText(/Computed again just now/u)).toBeVisible()
        expect(await barriers(page), 'evidence').toEqual([])
      })

      test('has no serious barrier in what opens over a page', async ({ page }) => {
        await signUp(page, 'Finn')
        await importHousehold(page)
        await page.goto('/transactions?add=yes')
        await expect(page.getByRole('dialog', { name: 'Add a transaction' })).toBeVisible()
        expect(await barriers(page), 'add').toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: /details$/u }).first().click()
        await expect(page.getByRole('button', { name: 'Split over categories' })).toBeVisible()
        await page.getByRole('button', { name: 'Split over categories' }).click()
        expect(await barriers(page), 'transaction').toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await page.keyboard.press('Control+k')
        await expect(page.getByRole('textbox', { name: 'Search and commands' })).toBeVisible()
        expect(await barriers(page), 'palette').toEqual([])
        await page.keyboard.press('Escape')
        await expect(page.getByRole('dialog')).toBeHidden()
        await page.keyboard.press('?')
        await expect(page.getByRole('dialog', { name: 'Keys' })).toBeVisible()
        expect(await barriers(page), 'keys').toEqual([])
        await page.keyboard.press('Escape')
        await page.getByRole('button', { name: /^Period:/u }).click()
        await expect(page.getByRole('button', { name: 'Last month' })).toBeVisible()
        expect(await barriers(page), 'period').toEqual([])
      })
    })
  }
}
