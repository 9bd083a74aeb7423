import type { Page } from '@playwright/test'
import { expect, isSound, picture, signUp, test, write } from './pages'

/** A statement of a year and a half with a contract, pay, rent and shopping that has grown dear. */
function statement(): string {
  const now = new Date()
  const lines = ['Booking date,Counterparty,Description,Amount,Currency']
  for (let back = 18; back >= 1; back -= 1) {
    const month = new Date(Date.UTC(now.getUTCFullYear(), now.getUTCMonth() - back, 1)).toISOString().slice(0, 7)
    const food = (day: number) => (2800 + ((back * 37 + day * 211) % 4200)) / 100
    lines.push(
      `${month}-01,Lindenhof Property,Rent,-980.00,EUR`,
      `${month}-04,Streamhouse,Monthly subscription,${back > 4 ? '-12.99' : '-19.99'},EUR`,
      `${month}-12,Clearwater Gym,Membership,-29.90,EUR`,
      `${month}-26,Harbour Employer Ltd,Salary,2850.00,EUR`,
      ...[3, 8, 15, 22].map((day) => `${month}-${String(day).padStart(2, '0')},City Market,Card payment,${(-food(day)).toFixed(2)},EUR`),
      `${month}-20,Garden Centre,Card payment,${back < 3 ? '-240.00' : '-31.00'},EUR`,
    )
  }
  const last = lines.at(-1)?.slice(0, 7) ?? ''
  lines.push(`${last}-20,Garden Centre,Card payment,-240.00,EUR`)
  return `${lines.join('\n')}\n`
}

async function lived(page: Page): Promise<void> {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles({ name: 'years.csv', mimeType: 'text/csv', buffer: Buffer.from(statement()) })
  await page.getByRole('button', { name: /^Import \d+ transactions$/u }).click()
  await expect(page.getByText(/transactions imported into/u)).toBeVisible()
}

/** The analysis runs by itself after the import. */
async function advised(page: Page): Promise<void> {
  await expect(async () => {
    await page.goto('/advice')
    await expect(page.getByRole('link', { name: /^Try it first/u }).first()).toBeVisible({ timeout: 2000 })
  }).toPass({ timeout: 60_000 })
}

for (const width of [1360, 390]) {
  test.describe(`${width} px`, () => {
    test.use({ viewport: { width, height: width < 500 ? 844 : 900 } })

    test('a what-if from an advice line', async ({ page }) => {
      test.setTimeout(150_000)
      await signUp(page, 'Wanda')
      await lived(page)
      await advised(page)

      await test.step('the line carries its change', async () => {
        await page.getByRole('link', { name: /^Try it first/u }).first().click()
        await expect(page).toHaveURL(/\/plan\/what-if\?.*try=/u)
        await expect(page.getByRole('button', { name: /^Take away/u })).toHaveCount(1)
        await expect(page.getByRole('columnheader', { name: 'Your changes' })).toBeVisible()
        await isSound(page, 'a change from advice')
      })

      await test.step('one more by keyboard, saved under a name', async () => {
        await page.getByRole('combobox', { name: 'What would you change?' }).click()
        await page.getByRole('option', { name: 'Buy or receive something once' }).click()
        await write(page, /^What is it$/u, 'Bicycle')
        await write(page, /^Amount in EUR$/u, '900')
        await page.getByRole('button', { name: 'Add this change' }).focus()
        await page.keyboard.press('Enter')
        await expect(page.getByRole('button', { name: /^Take away: Bicycle/u })).toBeVisible()
        await page.getByRole('textbox', { name: 'Save as' }).fill('With a bicycle')
        await page.getByRole('button', { name: 'Save the scenario' }).click()
        await expect(page.getByText('With a bicycle is saved.')).toBeVisible()
        await expect(page.getByRole('columnheader', { name: 'With a bicycle' })).toBeVisible()
        await isSound(page, 'a saved scenario')
        await picture(page, `what-if-${width}`)
      })

      await test.step('the address holds it all', async () => {
        await page.getByRole('radiogroup', { name: 'Drawn or month by month' }).getByText('Table').click()
        await page.getByRole('radiogroup', { name: 'How far ahead' }).getByText('24 months').click()
        await page.reload()
        const months = page.getByRole('region', { name: 'Scenarios month by month' })
        await expect(months.getByRole('row')).toHaveCount(26)
        await isSound(page, 'as a table')
      })

      await test.step('thrown away and taken back', async () => {
        await page.getByRole('button', { name: 'Throw away With a bicycle' }).click()
        await expect(page.getByRole('columnheader', { name: 'With a bicycle' })).toHaveCount(0)
        await page.getByText('With a bicycle was thrown away.').locator('..').getByRole('button', { name: 'Undo' }).click()
        await expect(page.getByRole('checkbox', { name: 'With a bicycle' })).toBeVisible()
      })

      await test.step('cash flow and net worth', async () => {
        await page.goto('/accounts/cash-flow')
        await expect(page.getByRole('list', { name: 'Money in', exact: true }).getByRole('listitem').first()).toBeVisible()
        await isSound(page, 'cash flow')
        await picture(page, `cash-flow-${width}`)
        await page.getByRole('list', { name: 'Money out and saved' }).getByRole('link').first().click()
        await expect(page).toHaveURL(/\/transactions\?.*is%3Aexpense/u)
        await page.goto('/accounts/net-worth')
        await expect(page.getByRole('slider', { name: /^Net worth/u })).toBeVisible()
        await isSound(page, 'net worth')
        await picture(page, `net-worth-${width}`)
      })
    })
  })
}
