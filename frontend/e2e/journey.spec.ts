import { readFile } from 'node:fs/promises'
import { expect, HOUSEHOLD, importHousehold, signUp, test } from './pages'

interface Line {
  date: string
  cents: number
}

/** The bundled file, read by the test itself: what the dashboard shows is held against this. */
async function householdLines(): Promise<Line[]> {
  const [, ...rows] = (await readFile(HOUSEHOLD, 'utf8')).trim().split('\n')
  return rows.map((row) => {
    const [date = '', , , amount = ''] = row.split(',')
    return { date, cents: Number(amount.replace('.', '')) }
  })
}

function euros(cents: number): string {
  const text = new Intl.NumberFormat('en-GB', { style: 'currency', currency: 'EUR' }).format(Math.abs(cents) / 100)
  return cents < 0 ? `\u2212${text}` : text
}

function total(lines: readonly Line[], counts: (line: Line) => boolean): number {
  return lines.filter(counts).reduce((sum, { cents }) => sum + cents, 0)
}

test('from signing up to a report whose figures lead to their rows', async ({ page }) => {
  const september = (await householdLines()).filter(({ date }) => date.startsWith('2025-09'))
  const income = total(september, ({ cents }) => cents > 0)
  const expense = total(september, ({ cents }) => cents < 0)
  await signUp(page, 'Alice')

  await test.step('import a statement, and import it again', async () => {
    await page.getByRole('link', { name: 'Import a statement' }).click()
    await importHousehold(page)
    await page.reload()
    await page.locator('input[type=file]').setInputFiles(HOUSEHOLD)
    await expect(page.getByRole('button', { name: 'Nothing new to import' })).toBeDisabled()
  })

  await test.step('the overview opens in the month of the newest transaction', async () => {
    await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
    await expect(page.getByRole('button', { name: /^Period: September 2025/u })).toBeVisible()
    const totals = page.locator('dl').filter({ hasText: 'Money in' }).first()
    await expect(totals).toContainText(euros(income))
    await expect(totals).toContainText(euros(expense))
    await expect(totals).toContainText(euros(income + expense))
  })

  await test.step('money out leads to its rows, which sum to it', async () => {
    await page.locator('dl').getByRole('button', { name: euros(expense) }).click()
    const drawer = page.getByRole('dialog', { name: 'Money out' })
    await expect(drawer.getByText(`10 rows make exactly ${euros(expense)}.`)).toBeVisible()
    await expect(drawer.getByRole('row').last()).toContainText(euros(expense))
    await page.goBack()
    await expect(drawer).toBeHidden()
  })

  await test.step('ask for the report and watch it', async () => {
    await page.getByRole('link', { name: 'Advice', exact: true }).first().click()
    await page.getByRole('link', { name: 'Reports', exact: true }).click()
    await expect(page.getByRole('combobox', { name: 'Month' })).toHaveValue('September 2025')
    await page.getByRole('button', { name: 'Generate report' }).click()
    await page.getByRole('link', { name: /^September 2025/u }).click({ timeout: 90_000 })
  })

  await test.step('a figure of the report is proved by its rows', async () => {
    await expect(page.getByRole('heading', { name: 'Where it went' })).toBeVisible()
    const spending = page.locator('dl').getByRole('button', { name: euros(-expense), exact: true })
    // The hint comes with a focus that keys brought, not with every focus.
    await page.keyboard.press('Tab')
    await spending.focus()
    await expect(page.getByRole('tooltip')).toContainText('September 2025')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByText(/Computed again just now .* the same/u)).toBeVisible()
    await expect(drawer.getByRole('row').last()).toContainText(euros(expense))
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(spending).toBeFocused()
  })

  await test.step('the files leave as downloads, and the page runs nothing in its frame', async () => {
    await page.getByRole('button', { name: 'Download' }).click()
    const [file] = await Promise.all([page.waitForEvent('download'), page.getByRole('menuitem', { name: /^PDF/u }).click()])
    expect(file.suggestedFilename()).toBe('spendwise-2025-09-v1.pdf')
    expect((await readFile(await file.path())).subarray(0, 5).toString()).toBe('%PDF-')
    await page.getByText('As the HTML file').click()
    await expect(page.locator('iframe')).toHaveAttribute('sandbox', '')
    await expect(page.frameLocator('iframe').getByRole('heading', { name: 'September 2025' })).toBeVisible()
  })

  await test.step('taking the import back empties the book', async () => {
    await page.getByRole('link', { name: 'Import', exact: true }).first().click()
    await page.getByRole('button', { name: 'Undo the import of household-september.csv' }).first().click()
    await expect(page.getByText('taken back')).toBeVisible()
    await page.getByRole('link', { name: 'Overview', exact: true }).first().click()
    await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
  })
})

test('a report shows how far it is while the worker writes it', async ({ page }) => {
  await signUp(page, 'Bob')
  await importHousehold(page)
  const events: string[] = []
  // The stream is the only way in which this page hears of stages; polling is slower than the job.
  page.on('request', (request) => {
    if (request.url().includes('/api/telemetry/stream/')) events.push(request.headers()['authorization'] ?? '')
  })
  await page.goto('/reports')
  await page.getByRole('button', { name: 'Generate report' }).click()
  await expect(page.getByRole('button', { name: /^Report for September 2025/u })).toBeVisible()
  await expect(page.getByRole('link', { name: /^September 2025/u })).toBeVisible({ timeout: 90_000 })
  await page.getByRole('button', { name: /Open the list of jobs$/u }).click()
  await expect(page.getByRole('dialog', { name: 'Jobs' }).getByText('Report for September 2025')).toBeVisible()
  expect(events.every((header) => header.startsWith('Bearer '))).toBe(true)
  expect(events.length).toBeGreaterThan(0)
})
