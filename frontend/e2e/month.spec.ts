import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { enter, expect, isSound, PASSWORD, picture, tabTo, test, write } from './pages'

/** One month of two accounts, made for this test. 180.00 leaves the first for the second, and no text says so. */
const EVERYDAY = 'e2e/files/everyday-october.csv'
const SAVINGS = 'e2e/files/rainy-day-october.csv'
/** The smallest picture there is. */
const RECEIPT = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
)

/** Sound, and pictured for people to look at. */
async function look(page: Page, name: string): Promise<void> {
  await isSound(page, name)
  await picture(page, `month-${name}`)
}

async function signUpByKeys(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up')
  await expect(page.getByRole('heading', { name: 'Create an account' })).toBeVisible()
  await expect(page.getByLabel('Name')).toBeFocused()
  await page.keyboard.type(name)
  await write(page, /^E-mail/u, `${name.toLowerCase()}-${Date.now()}@example.org`)
  await write(page, /^Password/u, PASSWORD)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: 'Welcome to SpendWise' })).toBeVisible()
  await enter(page, /^Skip the start$/u)
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
}

/** Ctrl-K, some words, Enter. */
async function command(page: Page, words: string): Promise<void> {
  await page.keyboard.press('Control+k')
  const field = page.getByRole('textbox', { name: 'Search and commands' })
  await expect(field).toBeFocused()
  await page.keyboard.type(words)
  await expect(page.getByRole('button', { name: new RegExp(`^${words}`, 'u') }).first()).toBeVisible()
  // The first line, which is chosen already, searches the transactions for these words.
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(field).toBeHidden()
}

/** Writes another search over the one that stands there, and leaves the field. */
async function search(page: Page, words: string): Promise<void> {
  await page.keyboard.press('/')
  await expect(page.getByLabel('Search', { exact: true })).toBeFocused()
  await page.keyboard.press('Control+a')
  await page.keyboard.type(words)
  await expect(page).toHaveURL(new RegExp(`q=${words.split(' ')[0] ?? ''}`, 'u'))
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('Search', { exact: true })).not.toBeFocused()
}

/** Reaches a button that picks files, presses it by key, and hands over what a person would have chosen. */
async function pick(page: Page, button: RegExp, files: string[] | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
  await tabTo(page, button)
  // A busy machine can lose the one moment in which a page may open a file dialog; the focus is still where it was.
  await expect(async () => {
    const chooser = page.waitForEvent('filechooser', { timeout: 8000 })
    await page.keyboard.press('Enter')
    await (await chooser).setFiles(files)
  }).toPass({ timeout: 60_000 })
}

test('the work of a month, without a mouse', async ({ page, context }) => {
  test.setTimeout(600_000)
  await context.addInitScript(() => {
    addEventListener('mousedown', () => Object.assign(globalThis, { mouseWasUsed: true }), true)
  })
  const noMouse = async (): Promise<void> => {
    expect(await page.evaluate(() => 'mouseWasUsed' in globalThis)).toBe(false)
  }
  const rows = page.locator('tbody tr[data-row]')
  await signUpByKeys(page, 'Ines')

  await test.step('two statements are imported', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('i')
    await expect(page.getByRole('heading', { level: 1, name: 'Import' })).toBeVisible()
    await pick(page, /Drop|choose/iu, [EVERYDAY, SAVINGS])
    await expect(page.getByText('2 files: 2 ready.')).toBeVisible()
    await look(page, 'previewed')
    await enter(page, /^Import all 2 files$/u)
    await expect(page.getByText('2 files: 2 imported.')).toBeVisible()
    await look(page, 'imported')
  })

  await test.step('what has no category gets one, and one is corrected for all of its party', async () => {
    await command(page, 'Review categories')
    await expect(page.getByRole('heading', { level: 1, name: 'Review' })).toBeVisible()
    const card = page.getByRole('article')
    const end = page.getByRole('heading', { name: 'Every row has its category' })
    const again = page.getByRole('heading', { name: 'Only skipped rows are left' })
    await expect(card).toBeVisible()
    const first = (await card.getAttribute('aria-label')) ?? ''
    await page.keyboard.press('s')
    await expect(card).not.toHaveAccessibleName(first)
    await page.keyboard.press('u')
    await expect(card).toHaveAccessibleName(first)
    await look(page, 'review')
    for (let walked = 0; walked < 20 && !(await end.or(again).first().isVisible()); walked += 1) {
      const name = (await card.getAttribute('aria-label')) ?? ''
      if (name === 'Corner Coffee') {
        await page.keyboard.press('a')
        await page.keyboard.press('c')
        await expect(page.getByRole('combobox', { name: 'Another category' })).toBeFocused()
        await page.keyboard.type('gifts')
        await expect(page.getByRole('option')).toHaveText(['Gifts/Donations'])
        await page.keyboard.press('ArrowDown')
        await page.keyboard.press('Enter')
      } else await page.keyboard.press('1')
      await expect(end.or(again).first().or(page.locator(`article:not([aria-label="${name}"])`).first())).toBeVisible()
    }
    await expect(end).toBeVisible()
  })

  await test.step('a transfer between the two is confirmed', async () => {
    await command(page, 'Review transfers')
    await expect(page.getByText('1 pair left')).toBeVisible()
    await expect(page.getByRole('article')).toContainText('Elm Street')
    await expect(page.getByRole('article')).toContainText('Own money')
    await look(page, 'transfers')
    await page.keyboard.press('y')
    await expect(page.getByRole('heading', { name: 'No transfer waits for you' })).toBeVisible()
    await page.keyboard.press('u')
    await expect(page.getByText('1 pair left')).toBeVisible()
    await page.keyboard.press('y')
    await expect(page.getByRole('heading', { name: 'No transfer waits for you' })).toBeVisible()
    await look(page, 'no-transfers')
  })

  await test.step('one bill is split, tagged, noted and gets its receipt', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(page.getByRole('heading', { level: 1, name: 'Transactions' })).toBeVisible()
    await expect(rows).toHaveCount(15)
    await search(page, 'toolbox')
    await expect(rows).toHaveCount(1)
    await page.keyboard.press('j')
    await expect(rows.first()).toHaveAttribute('data-current', 'true')
    await page.keyboard.press('Enter')
    const drawer = page.getByRole('dialog', { name: 'Toolbox Garage' })
    await expect(drawer.getByRole('button', { name: 'Split over categories' })).toBeVisible()
    await write(page, /^Tags$/u, 'car')
    await page.keyboard.press('Enter')
    await expect(drawer.getByText('car', { exact: true })).toBeVisible()
    await write(page, /^Your note$/u, 'Brakes, and a bicycle pump')
    await enter(page, /^Save note$/u)
    await expect(drawer.getByRole('button', { name: 'Save note' })).toBeHidden()
    await pick(page, /^Attach a file$/u, { name: 'receipt.png', mimeType: 'image/png', buffer: RECEIPT })
    await expect(drawer.getByRole('button', { name: 'Look at receipt.png' })).toBeVisible()
    await enter(page, /^Split over categories$/u)
    await write(page, /^Amount of share 1$/u, '120')
    await write(page, /^Amount of share 2$/u, '20')
    await enter(page, /^Put the rest into the last$/u)
    await expect(drawer.getByLabel('Amount of share 2')).toHaveValue('28.90')
    await look(page, 'drawer')
    await page.keyboard.press('Escape')
    const question = page.getByRole('dialog', { name: 'Leave without saving?' })
    await expect(question).toBeVisible()
    await look(page, 'unsaved')
    await page.keyboard.press('Escape')
    await expect(question).toBeHidden()
    await enter(page, /^Save the split$/u)
    await expect(drawer.getByRole('list', { name: 'Shares' }).getByRole('listitem')).toHaveCount(2)
    await enter(page, /^Look at receipt\.png/u)
    await expect(page.getByRole('dialog', { name: 'receipt.png' }).getByRole('img', { name: 'receipt.png' })).toBeVisible()
    await look(page, 'receipt')
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog', { name: 'receipt.png' })).toBeHidden()
    await expect(drawer).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(drawer).toBeHidden()
    await expect(rows.first()).toContainText('#car')
    await expect(rows.first().getByRole('img', { name: '1 file' })).toBeVisible()
    await expect(rows.first()).toContainText('Split in 2')
  })

  await test.step('all rows of a search are changed at once, which is undone and done again', async () => {
    await search(page, 'market')
    await expect(rows).toHaveCount(3)
    await page.keyboard.press('Control+a')
    await expect(page.getByRole('region', { name: 'Chosen transactions' })).toContainText('3 rows')
    await look(page, 'chosen')
    await enter(page, /^Tags$/u)
    await expect(page.getByRole('combobox', { name: 'Tags' })).toBeFocused()
    await page.keyboard.type('food')
    await page.keyboard.press('Enter')
    await enter(page, /^Add$/u)
    const dialog = page.getByRole('dialog', { name: 'Tags added: food' })
    await expect(dialog.getByRole('button', { name: 'Change 3 transactions' })).toBeVisible()
    await look(page, 'bulk')
    await enter(page, /^Change 3 transactions$/u)
    await expect(dialog).toBeHidden()
    await expect(rows.filter({ hasText: '#food' })).toHaveCount(3)
    await page.keyboard.press('Control+z')
    await expect(rows.filter({ hasText: '#food' })).toHaveCount(0)
    await page.keyboard.press('Control+y')
    await expect(rows.filter({ hasText: '#food' })).toHaveCount(3)
  })

  await test.step('a search is written with its completions, and kept', async () => {
    await page.keyboard.press('/')
    await page.keyboard.press('Control+a')
    await page.keyboard.type('ta')
    await expect(page.getByRole('option', { name: /^tag:/u })).toBeVisible()
    await look(page, 'completions')
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Search', { exact: true })).toHaveValue('tag:')
    await page.keyboard.type('fo')
    await expect(page.getByRole('option', { name: /food/u })).toBeVisible()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page.getByLabel('Search', { exact: true })).toHaveValue(/^tag:food/u)
    await expect(rows).toHaveCount(3)
    await page.keyboard.press('Escape')
    await enter(page, /^Saved searches$/u)
    await write(page, /^Keep this search as$/u, 'Food')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('list', { name: 'Saved searches' }).getByRole('button', { name: /^Food/u })).toBeVisible()
    await look(page, 'kept')
    await page.keyboard.press('Escape')
  })

  await test.step('what was corrected three times becomes a rule', async () => {
    await command(page, 'Rules')
    await expect(page.getByRole('button', { name: 'Add a rule' })).toBeVisible()
    await expect(page.getByText(/City Market.*belongs to/u)).toBeVisible()
    await look(page, 'proposal')
    await enter(page, /^Make a rule for City Market/u)
    await expect(page.getByRole('list', { name: 'Rules in order' }).getByRole('listitem')).toHaveCount(1)
    await enter(page, /^Edit the rule/u)
    const editor = page.getByRole('dialog', { name: 'Edit the rule' })
    await expect(editor.getByText('3 transactions found')).toBeVisible()
    await look(page, 'rule')
    await page.keyboard.press('Escape')
    await expect(editor).toBeHidden()
  })

  await test.step('the second account is held against its statement', async () => {
    await page.keyboard.press('g')
    await page.keyboard.press('a')
    await expect(page.getByRole('link', { name: 'rainy-day' })).toBeVisible()
    await look(page, 'accounts')
    await enter(page, /^rainy-day$/u)
    await expect(page.getByRole('heading', { level: 1, name: 'rainy-day' })).toBeVisible()
    await write(page, /^Closing balance/u, '180.42')
    await page.keyboard.press('Enter')
    const sheet = page.getByRole('list', { name: 'Rows up to the day of the statement' })
    await expect(sheet.getByRole('listitem')).toHaveCount(3)
    for (const at of [0, 1, 2]) {
      const box = sheet.getByRole('checkbox').nth(at)
      if (await box.isChecked()) continue
      await box.focus()
      await page.keyboard.press('Space')
      await expect(box).toBeChecked()
    }
    await expect(page.getByText('Adds up')).toBeVisible()
    await look(page, 'reconciling')
    await enter(page, /^Finish and lock$/u)
    await expect(page.getByRole('list', { name: 'Reconciled so far, newest first' })).toContainText('3 rows locked')
    await look(page, 'reconciled')
  })

  let ledger = ''
  let archive = ''
  await test.step('everything is taken out, whole', async () => {
    await command(page, 'Your data')
    await expect(page.getByRole('button', { name: 'Make the archive (ZIP)' })).toBeVisible()
    await enter(page, /^Make the archive \(ZIP\)$/u)
    await expect(page.getByRole('button', { name: 'Download', exact: true })).toBeVisible({ timeout: 60_000 })
    await look(page, 'exported')
    const waiting = page.waitForEvent('download', { timeout: 30_000 })
    await enter(page, /^Download$/u)
    const file = await waiting
    expect(file.suggestedFilename()).toMatch(/\.zip$/u)
    archive = await file.path()
    const hash = await page.getByRole('button', { name: /^SHA-256 of the file/u }).getAttribute('title')
    expect(hash).toContain(createHash('sha256').update(await readFile(archive)).digest('hex'))
    ledger = (await page.getByRole('button', { name: /^Hash of the ledger/u }).getAttribute('title')) ?? ''
    expect(ledger).toMatch(/[0-9a-f]{64}$/u)
  })
  await noMouse()

  await test.step('and put back into an empty account, with the same hash', async () => {
    await enter(page, /^Sign out$/u)
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
    await signUpByKeys(page, 'Jonas')
    await command(page, 'Your data')
    await expect(page.getByRole('button', { name: 'Choose the archive' })).toBeVisible()
    await pick(page, /^Choose the archive$/u, { name: 'mine.zip', mimeType: 'application/zip', buffer: await readFile(archive) })
    await expect(page.getByText('Everything is back, with 3 files.')).toBeVisible({ timeout: 60_000 })
    await expect(page.getByRole('button', { name: /^Hash of the ledger/u })).toHaveAttribute('title', ledger)
    await look(page, 'restored')
    await page.keyboard.press('g')
    await page.keyboard.press('t')
    await expect(rows).toHaveCount(15)
    await noMouse()
  })
})
