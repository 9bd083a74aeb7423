import type { Page } from '@playwright/test'
import { expect, isSound, picture, signUp, test, write } from './pages'

/** An account made by hand. */
async function account(page: Page, name: string, kind: string, balance: string): Promise<void> {
  await page.goto('/accounts')
  await page.getByRole('button', { name: 'Add an account' }).first().click()
  const form = page.getByRole('dialog', { name: 'Add an account' })
  await form.getByLabel('Name').fill(name)
  await form.getByRole('combobox', { name: 'Kind' }).click()
  await page.getByRole('option', { name: kind, exact: true }).click()
  await form.getByLabel(/^Opening balance/u).fill(balance)
  await form.getByRole('button', { name: 'Add' }).click()
  await expect(page.getByText(`${name} was added.`)).toBeVisible()
}

for (const width of [1360, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width < 500 ? 844 : 900 } })

    test('goals and debts are written down, judged and taken back', async ({ page }) => {
      await signUp(page, 'Hanna')
      await account(page, 'Nest', 'Savings', '2000')
      await account(page, 'Car loan', 'Loan', '-9000')
      await account(page, 'Card', 'Credit card', '-2000')

      await test.step('nothing yet', async () => {
        await page.goto('/plan/goals')
        await expect(page.getByRole('heading', { name: 'What do you save for?' })).toBeVisible()
        await isSound(page, 'no goal')
      })

      await test.step('a goal by keyboard alone', async () => {
        await page.getByRole('button', { name: 'Add your first goal' }).focus()
        await page.keyboard.press('Enter')
        const form = page.getByRole('dialog', { name: 'Add a goal' })
        await expect(form.getByLabel('What for')).toBeFocused()
        await page.keyboard.type('Kitchen')
        await write(page, /^Target in EUR$/u, '8000')
        await form.getByLabel('By').fill('2040-12-31')
        await form.getByRole('combobox', { name: 'Accounts that count' }).click()
        await page.getByRole('option', { name: 'Nest' }).click()
        await page.keyboard.press('Tab')
        await expect(page.getByRole('option')).toHaveCount(0)
        await isSound(page, 'the form')
        await form.getByRole('button', { name: 'Add' }).focus()
        await page.keyboard.press('Enter')
        await expect(page.getByText('Kitchen was added.')).toBeVisible()
        await expect(page.getByRole('progressbar', { name: 'Kitchen: 25% saved' })).toBeVisible()
        await expect(page.getByText(/needs six full months/u)).toBeVisible()
        await isSound(page, 'goals')
        await picture(page, `goals-${width}`)
      })

      await test.step('an edit and a removal are taken back', async () => {
        await page.getByRole('button', { name: 'Edit Kitchen' }).click()
        await page.getByLabel('Target in EUR').fill('4000')
        await page.getByRole('button', { name: 'Save' }).click()
        await expect(page.getByRole('progressbar', { name: 'Kitchen: 50% saved' })).toBeVisible()
        await page.getByText('Kitchen was saved.').locator('..').getByRole('button', { name: 'Undo' }).click()
        await expect(page.getByRole('progressbar', { name: 'Kitchen: 25% saved' })).toBeVisible()
        await page.getByRole('button', { name: 'Remove Kitchen' }).click()
        await expect(page.getByRole('progressbar')).toHaveCount(0)
        await page.getByText('Kitchen was removed.').locator('..').getByRole('button', { name: 'Undo' }).click()
        await expect(page.getByRole('progressbar', { name: 'Kitchen: 25% saved' })).toBeVisible()
      })

      await test.step('debts are described, and every way to pay them off stands side by side', async () => {
        await page.getByRole('link', { name: 'Debts' }).click()
        for (const [name, rate, least] of [
          ['Car loan', '4.5', '200'],
          ['Card', '19,9', '60'],
        ] as const) {
          await page.getByRole('button', { name: `Say what it costs: ${name}` }).click()
          const form = page.getByRole('dialog', { name: `What ${name} costs` })
          await form.getByLabel('Rate in per cent a year').fill(rate)
          await form.getByLabel('Least payment a month in EUR').fill(least)
          await isSound(page, 'terms')
          await form.getByRole('button', { name: 'Save' }).click()
          await expect(form).toBeHidden()
        }
        const ways = page.getByRole('region', { name: 'Ways to pay off, side by side' })
        await expect(ways.getByRole('row')).toHaveCount(5)
        await page.getByLabel('On top each month in EUR').fill('150')
        await page.getByRole('button', { name: 'Keep this' }).click()
        await expect(page.getByText('How you pay off was kept.')).toBeVisible()
        await page.getByRole('button', { name: /^Month by month/u }).click()
        await expect(page.getByRole('region', { name: /^Month by month/u }).getByRole('row').last()).toContainText('0.00')
        await isSound(page, 'debts')
        await picture(page, `debts-${width}`)
        await page.reload()
        await expect(page.getByLabel('On top each month in EUR')).toHaveValue('150.00')
      })
    })
  })
}
