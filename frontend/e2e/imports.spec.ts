import { readFile } from 'node:fs/promises'
import type { Locator, Page } from '@playwright/test'
import { expect, isSound, picture, signUp, test } from './pages'

/** Made for this test: Windows-1252 with words above and below the table, and money out and in in columns of their own. */
const GIRO = 'e2e/files/girokonto-march.csv'
/** No header, days that could be months, and texts that the reader can only guess at. */
const BARE = 'e2e/files/export.txt'
/** A card that prints what was spent without a minus. */
const CARD = 'e2e/files/card-activity.csv'

function card(page: Page, name: string): Locator {
  return page.getByRole('article', { name })
}

async function drop(page: Page, ...files: string[]): Promise<void> {
  await page.locator('input[type=file]').setInputFiles(files)
}

test('three ugly files: understood, asked about, corrected, booked, and one taken back', async ({ page }) => {
  await signUp(page, 'Gerda')
  await page.goto('/import')
  await drop(page, GIRO, BARE, CARD)
  await expect(page.getByText('3 files: 2 ready and 1 with a question.')).toBeVisible()

  await test.step('a preamble, a footer and two columns of money are read as a bank means them', async () => {
    const giro = card(page, 'girokonto-march.csv')
    await expect(giro.getByRole('button', { name: /^Soll \(EUR\): Money out, sure/u })).toBeVisible()
    await expect(giro.getByRole('button', { name: /^Haben \(EUR\): Money in, sure/u })).toBeVisible()
    await expect(giro.getByText('Proved by the balances in the file')).toBeVisible()
    await expect(giro.getByText('fits to the cent')).toBeVisible()
    const rows = giro.getByRole('region', { name: 'As it will be booked' }).getByRole('row')
    await expect(rows.filter({ hasText: 'Zahnarztpraxis Dr. Weiß' })).toContainText('\u2212€1,120.00')
    await expect(rows.filter({ hasText: 'Bäckerei Kröger' })).toHaveCount(2)
    await giro.getByRole('button', { name: 'Reading' }).click()
    await expect(giro.getByRole('combobox', { name: 'Encoding' })).toHaveAccessibleDescription(/1252/u)
    await giro.getByRole('button', { name: 'Reading' }).click()
  })

  await test.step('what was spent on a card leaves it', async () => {
    const rows = card(page, 'card-activity.csv').getByRole('region', { name: 'As it will be booked' }).getByRole('row')
    await expect(rows.filter({ hasText: 'STREAMHOUSE' })).toContainText('\u2212€12.99')
    await expect(rows.filter({ hasText: 'PAYMENT - THANK YOU' })).toContainText('+€250.00')
  })

  const bare = card(page, 'export.txt')
  const coffee = bare.getByRole('region', { name: 'As it will be booked' }).getByRole('row').filter({ hasText: 'Corner Coffee' })
  await test.step('what a file leaves open is asked, and the answer shows at once', async () => {
    await bare.getByRole('radio', { name: /^2 January 2025/u }).click()
    await expect(coffee).toContainText('2 Jan 2025')
    await bare.getByRole('button', { name: 'Undo' }).click()
    await expect(coffee).toContainText('1 Feb 2025')
    await bare.getByRole('radio', { name: /^1 February 2025/u }).click()
    await expect(bare.getByText(/remembered for files like this/u)).toBeVisible()
  })

  await test.step('a column is corrected by pointing at it, with the keyboard too', async () => {
    await bare.getByRole('button', { name: /^Column B:/u }).click()
    await page.getByRole('menuitem', { name: /^Counterparty/u }).click()
    await expect(bare.getByRole('button', { name: 'Column B: Counterparty, you said so. Change' })).toBeVisible()
    await expect(bare.getByText('from Column B', { exact: true })).toBeVisible()
    await bare.getByRole('button', { name: /^Column D:/u }).focus()
    await page.keyboard.press('Enter')
    // The menu starts at what the column is now; letters lead on from there.
    const menu = page.getByRole('menu', { name: /^Column D:/u })
    await expect(menu.getByRole('menuitem', { name: /^Not used/u })).toBeFocused()
    await page.keyboard.type('Bank')
    await expect(menu.getByRole('menuitem', { name: /^Bank’s reference/u })).toBeFocused()
    await page.keyboard.press('Enter')
    await expect(bare.getByRole('button', { name: 'Column D: Bank’s reference, you said so. Change' })).toBeVisible()
    await expect(coffee).not.toContainText('R001')
  })

  await test.step('nothing of it is lost by a reload', async () => {
    await page.reload()
    await expect(bare.getByRole('button', { name: 'Column B: Counterparty, you said so. Change' })).toBeVisible()
    await expect(card(page, 'girokonto-march.csv')).toBeVisible()
  })

  await test.step('all are booked at once, and every line is accounted for', async () => {
    await page.getByRole('button', { name: 'Import all 3 files' }).click()
    await expect(page.getByText('3 files: 3 imported.')).toBeVisible()
    const certificate = card(page, 'girokonto-march.csv').getByRole('region', { name: 'Certificate of girokonto-march.csv' })
    await expect(certificate).toContainText('7 found')
    await expect(certificate).toContainText('7 new')
    await expect(certificate).toContainText('€1,204.00 opening+€608.05 sum=€1,812.05 closing')
    await expect(certificate.getByText('fits')).toHaveCount(2)
    const { length } = await readFile(GIRO)
    expect(length).toBeLessThan(1000)
    await expect(certificate).toContainText(`${length} bytes, all of it read`)
    await certificate.getByRole('button', { name: '7' }).first().click()
    const drawer = page.getByRole('dialog', { name: 'Lines of the file' })
    await expect(drawer.getByRole('row').last()).toContainText('€608.05')
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
  })

  await test.step('a file like it is read as was said, until that is forgotten', async () => {
    await page.reload()
    const text = (await readFile(BARE, 'utf8')).replaceAll('R00', 'R10').replaceAll('2025', '2026')
    await page.locator('input[type=file]').setInputFiles({ name: 'export-2026.txt', mimeType: 'text/plain', buffer: Buffer.from(text) })
    const next = card(page, 'export-2026.txt')
    await expect(next.getByText('Read as you said for files like this before.')).toBeVisible()
    await expect(next.getByRole('button', { name: /^Column B: Counterparty/u })).toBeVisible()
    await next.getByRole('button', { name: 'Forget' }).click()
    await expect(next.getByRole('radio', { name: /^1 February 2026/u })).toBeVisible()
    await next.getByRole('button', { name: 'Put export-2026.txt away' }).click()
  })

  await test.step('the same file again adds nothing', async () => {
    await drop(page, GIRO)
    await expect(card(page, 'girokonto-march.csv').getByRole('button', { name: 'Nothing new to import' })).toBeDisabled()
    await expect(card(page, 'girokonto-march.csv').getByText('7 lines already there: nothing is booked twice')).toBeVisible()
    await card(page, 'girokonto-march.csv').getByRole('button', { name: 'Put girokonto-march.csv away' }).click()
  })

  await test.step('taking one back first shows what was changed since', async () => {
    await page.goto('/transactions?period=all&q=THANK')
    await page.getByRole('button', { name: /details$/u }).first().click()
    await page.getByLabel('Your note').fill('The February bill')
    await page.getByRole('button', { name: 'Save note' }).click()
    await expect(page.getByRole('button', { name: 'Save note' })).toBeHidden()
    await page.goto('/import')
    await page.getByRole('button', { name: 'Undo the import of card-activity.csv' }).click()
    const dialog = page.getByRole('dialog', { name: 'Take back card-activity.csv?' })
    await expect(dialog).toContainText('You changed 1 transaction of this import since.')
    await dialog.getByRole('button', { name: 'Take back 6 transactions' }).click()
    await expect(page.getByText('taken back')).toBeVisible()
    await expect(page.getByRole('button', { name: 'Undo the import of girokonto-march.csv' })).toBeVisible()
  })
})

for (const colorScheme of ['light', 'dark'] as const) {
  for (const width of [1360, 390]) {
    test.describe(`${colorScheme}, ${width} px`, () => {
      test.use({ colorScheme, viewport: { width, height: width < 500 ? 844 : 900 } })

      test('has no serious barrier from the question to the certificate', async ({ page }) => {
        const look = async (name: string): Promise<void> => {
          await isSound(page, name)
          await picture(page, `${name}-${colorScheme}-${width}`)
        }
        await signUp(page, 'Hedwig')
        await page.goto('/import')
        await expect(page.getByText('Nothing yet.', { exact: false })).toBeVisible()
        await look('empty')
        await drop(page, BARE, GIRO)
        await expect(page.getByText('2 files: 1 ready and 1 with a question.')).toBeVisible()
        await look('asking')
        const bare = card(page, 'export.txt')
        await bare.getByRole('button', { name: 'Reading' }).click()
        await expect(bare.getByRole('combobox', { name: 'Date order' })).toBeVisible()
        await look('reading')
        await bare.getByRole('button', { name: /^Column B:/u }).click()
        const isPhone = width < 500
        await expect(isPhone ? page.getByRole('dialog', { name: 'What is “Column B”?' }) : page.getByRole('menu')).toBeVisible()
        await look('roles')
        await page.getByRole(isPhone ? 'button' : 'menuitem', { name: /^Counterparty/u }).click()
        await expect(bare.getByRole('button', { name: 'Column B: Counterparty, you said so. Change' })).toBeVisible()
        await bare.getByRole('radio', { name: /^1 February 2025/u }).click()
        await bare.getByRole('button', { name: 'Import 5 transactions' }).click()
        await card(page, 'girokonto-march.csv').getByRole('button', { name: 'Import 7 transactions' }).click()
        await expect(page.getByRole('region', { name: /^Certificate of/u })).toHaveCount(2)
        await look('booked')
        await page.reload()
        await page.getByRole('button', { name: 'girokonto-march.csv: certificate' }).click()
        await expect(page.getByRole('region', { name: 'Certificate of girokonto-march.csv' })).toBeVisible()
        await look('history')
        await page.getByRole('region', { name: /^Certificate of/u }).getByRole('button', { name: '7' }).first().click()
        await expect(page.getByRole('dialog', { name: 'Lines of the file' }).getByRole('row').first()).toBeVisible()
        await look('lines')
      })
    })
  }
}
