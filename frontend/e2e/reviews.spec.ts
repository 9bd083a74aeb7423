import type { Page } from '@playwright/test'
import { barriers, expect, signUp, test } from './pages'

/** Two exports of one account. The second calls the cinema by another name, so that only its owner knows whether it is the same. */
const FIRST = ['2026-03-02,Landlord,-800.00', '2026-03-05,Cafe Miro,-12.50', '2026-03-09,Grocer,-45.10', '2026-03-12,Cinema,-18.00']
const SECOND = ['2026-03-12,Kino am Markt,-18.00', '2026-03-16,Pharmacy,-30.00', '2026-03-19,Grocer,-21.10']

async function bring(page: Page, name: string, rows: readonly string[], button: string): Promise<void> {
  const text = ['Date,Payee,Amount', ...rows, ''].join('\n')
  await page.locator('input[type=file]').setInputFiles({ name, mimeType: 'text/csv', buffer: Buffer.from(text) })
  await page.getByRole('button', { name: button }).click()
}

async function rowsOf(page: Page, text: string): Promise<number> {
  await page.goto(`/transactions?period=all&q=${encodeURIComponent(text)}`)
  await expect(page.getByRole('main')).toContainText(/transactions?|Nothing/u)
  return page.getByRole('button', { name: /details$/u }).count()
}

test('a row that may be there already is asked about, answered by key, and the answer can be taken back', async ({ page }) => {
  await signUp(page, 'Ilse')
  await page.goto('/import')
  await bring(page, 'everyday.csv', FIRST, 'Import 4 transactions')
  await expect(page.getByText('4 transactions imported', { exact: false })).toBeVisible()
  await page.reload()
  await bring(page, 'everyday-2.csv', SECOND, 'Import 3 transactions')
  const question = page.getByRole('region', { name: 'Same or different?' })
  await expect(question).toContainText('Kino am Markt')
  await expect(question).toContainText('Cinema')
  expect(await barriers(page), 'the question').toEqual([])

  await page.reload()
  await expect(question).toBeVisible()
  await page.getByRole('heading', { name: 'Import', exact: true }).click()
  await page.keyboard.press('s')
  await expect(page.getByText('Kept as one transaction.')).toBeVisible()
  await page.getByRole('button', { name: 'Undo', exact: true }).click()
  await expect(page.getByText('Kept as two transactions.')).toBeVisible()
  await expect(question).toBeHidden()
  await expect.poll(() => rowsOf(page, 'Kino')).toBe(1)
  await expect.poll(() => rowsOf(page, 'Cinema')).toBe(1)
})
