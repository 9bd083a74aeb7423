/** The guided start: by keys alone to the first insight in the demo household, and away with it again; once on a phone. */

import { enter, expect, isSound, PASSWORD, picture, tabTo, test, write } from './pages'
import type { Page } from '@playwright/test'

async function signUpToStart(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up')
  await write(page, /^E-mail/u, `${name}-${Date.now()}@example.org`)
  await write(page, /^Password/u, PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Welcome to SpendWise' })).toBeVisible()
  await expect(page.getByRole('heading', { name: 'What do you count in?' })).toBeVisible()
}

async function shifted(page: Page): Promise<number> {
  return page.evaluate(async () => {
    let sum = 0
    const seen = new PerformanceObserver((list) => {
      for (const entry of list.getEntries()) if (!('hadRecentInput' in entry && entry.hadRecentInput)) sum += 'value' in entry ? Number(entry.value) : 0
    })
    seen.observe({ type: 'layout-shift', buffered: true })
    await new Promise((resolve) => setTimeout(resolve, 100))
    return sum
  })
}

test('a new person gets to the first insight by keys alone, and rid of the demo household again', async ({ page }) => {
  await signUpToStart(page, 'fenja')
  await isSound(page, 'basics')
  await picture(page, 'start-basics')
  await enter(page, /^Continue$/u)
  await expect(page.getByRole('heading', { name: 'Bring your money in, or look around first' })).toBeFocused()
  await isSound(page, 'rows')
  await picture(page, 'start-rows')
  const began = Date.now()
  await enter(page, /^Try the demo household$/u)
  await expect(page.getByRole('heading', { name: 'What your money says' })).toBeFocused()
  await picture(page, 'start-under-way')
  await expect(page.getByRole('article', { name: 'The first insight' })).toBeVisible({ timeout: 120_000 })
  expect(Date.now() - began).toBeLessThan(120_000)
  expect(await shifted(page)).toBeLessThan(0.1)
  await isSound(page, 'look')
  await picture(page, 'start-look')
  await enter(page, /^Open the overview$/u)
  await expect(page.getByRole('region', { name: 'Latest transactions' })).toBeVisible()
  await page.reload()
  await tabTo(page, /^Demo household$/u)
  await page.keyboard.press('Enter')
  await isSound(page, 'mark')
  await picture(page, 'demo-mark')
  await enter(page, /^Remove the demo household$/u)
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible({ timeout: 60_000 })
  await expect(page.getByRole('button', { name: 'Demo household' })).toHaveCount(0)
  await enter(page, /^Start step by step$/u)
  await expect(page.getByRole('heading', { name: 'Bring your money in, or look around first' })).toBeVisible()
})

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 } })

  test('the start can be skipped, come back to, and taken with a file', async ({ page }) => {
    await signUpToStart(page, 'finn')
    await isSound(page, 'basics, phone')
    await page.getByRole('link', { name: 'Skip the start' }).click()
    await page.getByRole('link', { name: 'Start step by step' }).click()
    await page.getByRole('button', { name: 'Continue' }).click()
    await page.locator('input[type=file]').setInputFiles('e2e/files/household-september.csv')
    await page.getByRole('button', { name: 'Import 13 transactions' }).click()
    await expect(page.getByText('13 transactions in your ledger.')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Try the demo household' })).toBeDisabled()
    await isSound(page, 'rows, phone')
    await picture(page, 'start-rows-phone')
    await page.getByRole('button', { name: 'Continue' }).click()
    await expect(page.getByText('Looked through for what comes back and what stands out')).toBeVisible({ timeout: 120_000 })
    await isSound(page, 'look, phone')
    await picture(page, 'start-look-phone')
  })
})
