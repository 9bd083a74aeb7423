import type { Page } from '@playwright/test'
import { expect, isSound, picture, signUp, test } from './pages'

const MONTH = '2025-09'

async function undo(page: Page, message: RegExp): Promise<void> {
  await page.getByText(message).locator('..').getByRole('button', { name: 'Undo' }).click()
}

for (const width of [1360, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width < 500 ? 844 : 900 } })

    test("a month's planning", async ({ page }) => {
      await signUp(page, 'Paula')
      await page.goto('/import')
      await page.locator('input[type=file]').setInputFiles('e2e/files/household-years.csv')
      await page.getByRole('button', { name: /^Import \d+ transactions$/u }).click()
      await expect(page.getByText(/transactions imported into/u)).toBeVisible()

      await test.step('nothing is planned yet', async () => {
        await page.goto(`/plan/budgets?month=${MONTH}`)
        await expect(page.getByRole('heading', { name: 'What should this month cost?' })).toBeVisible()
        await isSound(page, 'no budget')
      })

      await test.step('by hand, a category and a whole group', async () => {
        await page.getByRole('button', { name: 'Add one by hand' }).click()
        const form = page.getByRole('dialog', { name: 'Add a budget' })
        await form.getByRole('combobox', { name: 'For' }).fill('Shopping')
        await page.getByRole('option', { name: 'Shopping', exact: true }).click()
        await form.getByLabel('Planned for September 2025 in EUR').fill('300')
        await isSound(page, 'the form')
        await form.getByRole('button', { name: 'Add' }).click()
        await expect(page.getByLabel('Planned for Shopping in EUR')).toHaveValue('300.00')
        await page.getByRole('button', { name: 'Add a budget' }).click()
        await form.getByRole('combobox', { name: 'For' }).fill('All of Leisure')
        await page.getByRole('option', { name: 'All of Leisure' }).click()
        await form.getByLabel('Planned for September 2025 in EUR').fill('120')
        await form.getByRole('button', { name: 'Add' }).click()
        await expect(page.getByLabel('Planned for Leisure in EUR')).toHaveValue('120.00')
      })

      await test.step('an amount is changed in place by keyboard and taken back', async () => {
        const amount = page.getByLabel('Planned for Leisure in EUR')
        await amount.focus()
        await page.keyboard.type('150')
        await page.keyboard.press('Escape')
        await expect(amount).toHaveValue('120.00')
        await amount.fill('150')
        await page.keyboard.press('Enter')
        await expect(page.getByText('Leisure was planned.')).toBeVisible()
        await undo(page, /^Leisure was planned\.$/u)
        await expect(amount).toHaveValue('120.00')
      })

      await test.step('money is moved, and moved back', async () => {
        await page.getByRole('button', { name: 'Move money' }).first().click()
        const form = page.getByRole('dialog', { name: 'Move money between budgets' })
        await form.getByRole('combobox', { name: 'From' }).fill('Leisure')
        await page.getByRole('option', { name: /^Leisure/u }).click()
        await form.getByRole('combobox', { name: 'To' }).fill('Shopping')
        await page.getByRole('option', { name: /^Shopping/u }).click()
        await form.getByLabel('Amount in EUR').fill('1000')
        await form.getByRole('button', { name: 'Move' }).click()
        await expect(form.getByText(/is left there/u)).toBeVisible()
        await form.getByLabel('Amount in EUR').fill('12.50')
        await isSound(page, 'the move')
        await form.getByRole('button', { name: 'Move' }).click()
        await expect(page.getByRole('heading', { name: 'Moved this month' })).toBeVisible()
        await page.getByRole('button', { name: 'Take back: Leisure to Shopping' }).click()
        await expect(page.getByText('taken back', { exact: true })).toBeVisible()
      })

      await test.step('a figure leads to its rows', async () => {
        await page.getByRole('listitem').filter({ has: page.getByLabel('Planned for Shopping in EUR') }).getByRole('button', { name: /\d/u }).first().click()
        await expect(page.getByRole('dialog', { name: 'Shopping, September 2025' })).toContainText(/makes? exactly/u)
        await isSound(page, 'the evidence')
        await page.keyboard.press('Escape')
        await expect(page).toHaveURL(new RegExp(`month=${MONTH}`, 'u'))
      })

      await test.step('envelopes say what is to be assigned', async () => {
        await page.getByRole('button', { name: 'Budget in envelopes' }).click()
        const form = page.getByRole('dialog', { name: 'Budget in envelopes' })
        await form.getByLabel(/^There at the start/u).fill('500')
        await isSound(page, 'the envelopes')
        await form.getByRole('button', { name: 'Use envelopes' }).click()
        await expect(page.getByText(/^(?:To be assigned|Given out more than there is)$/u)).toBeVisible()
        await isSound(page, 'budgets')
        await picture(page, `budgets-${width}`)
      })

      await test.step('the next month begins with the last one', async () => {
        await page.getByRole('button', { name: 'Month after' }).click()
        await expect(page.getByText('October 2025')).toBeVisible()
        await page.getByRole('button', { name: 'Copy last month' }).click()
        await expect(page.getByLabel('Planned for Shopping in EUR')).toHaveValue('300.00')
        await undo(page, /^2 budgets copied\.$/u)
        await expect(page.getByLabel('Planned for Shopping in EUR')).toHaveValue('')
      })

      await test.step('it can be read in the dark', async () => {
        await page.emulateMedia({ colorScheme: 'dark' })
        await page.goto(`/plan/budgets?month=${MONTH}`)
        await expect(page.getByLabel('Planned for Shopping in EUR')).toHaveValue('300.00')
        await isSound(page, 'budgets in the dark')
        await picture(page, `budgets-dark-${width}`)
      })

      await test.step('what is due stands in its month', async () => {
        await page.goto('/plan/recurring?view=calendar')
        await expect(page.getByRole('table', { name: /, day by day$/u }).first()).toBeVisible({ timeout: 30_000 })
        await isSound(page, 'the calendar')
        await picture(page, `calendar-${width}`)
      })
    })
  })
}
