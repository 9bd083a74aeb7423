import type { Page } from '@playwright/test'
import { expect, isSound, picture, signUp, tabTo, test } from './pages'

/** A year and a half: pay, rent, bills, a subscription that rose, shopping, and a charge that was booked twice. */
const YEARS = 'e2e/files/household-years.csv'

async function importYears(page: Page): Promise<void> {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(YEARS)
  await page.getByRole('button', { name: /^Import \d+ transactions$/u }).click()
  await expect(page.getByText(/transactions imported into/u)).toBeVisible()
}

/** The worker analyses after an import by itself; what it finds comes without a reload. */
async function analysed(page: Page): Promise<void> {
  await page.goto('/advice')
  await expect(page.getByRole('article').first()).toBeVisible({ timeout: 120_000 })
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
}

test('from an import to advice that is taken, alarms that are answered and a forecast that is read', async ({ page }) => {
  await signUp(page, 'Ines')
  await importYears(page)
  await analysed(page)

  await test.step('a piece of advice shows its figures, and one of them its rows', async () => {
    const piece = page.getByRole('article').first()
    await piece.getByRole('button', { name: /^What it rests on/u }).click()
    await piece.locator('dl').last().getByRole('button').first().click()
    const drawer = page.getByRole('dialog')
    await expect(drawer.getByText(/Computed again just now/u)).toBeVisible()
    await expect(page).toHaveURL(/figure=fact/u)
    await isSound(page, 'evidence of an advice')
    await page.goBack()
    await expect(drawer).toBeHidden()
  })

  await test.step('one is taken on, another is put away with a reason', async () => {
    const pieces = page.getByRole('article')
    const before = await pieces.count()
    expect(before).toBeGreaterThan(1)
    const taken = (await pieces.first().getByRole('heading').textContent()) ?? ''
    const refused = (await pieces.nth(1).getByRole('heading').textContent()) ?? ''
    await page.getByRole('button', { name: `I will do it: ${taken}` }).click()
    const underWay = page.getByRole('region', { name: 'Under way' })
    await expect(underWay).toContainText(taken)
    await expect(underWay).toContainText('Too early to tell')
    await page.getByRole('button', { name: `Not for me: ${refused}` }).click()
    await page.getByRole('menuitem', { name: 'It is not worth it to me' }).click()
    await expect(page.getByRole('region', { name: 'Earlier' })).toContainText(refused)
    await page.reload()
    await expect(page.getByRole('region', { name: 'Earlier' })).toContainText('You said that it is not worth it.')
    await expect(underWay).toContainText(taken)
    await isSound(page, 'advice')
    await picture(page, 'advice')
  })

  await test.step('an alarm is looked at side by side and said to be fine, which can be undone', async () => {
    await page.getByRole('navigation', { name: 'Advice' }).getByRole('link', { name: 'Worth a look' }).click()
    const alarm = page.getByRole('article', { name: /may have charged twice/u })
    await alarm.getByRole('button', { name: /^Compare the rows/u }).click()
    await expect(page).toHaveURL(/open=\d+/u)
    await expect(alarm.getByRole('region', { name: 'The two charges' }).getByRole('link')).toHaveCount(2)
    await isSound(page, 'worth a look')
    await picture(page, 'worth-a-look')
    await alarm.getByRole('button', { name: /^This is fine/u }).click()
    await expect(alarm).toBeHidden()
    await page.getByRole('button', { name: 'Undo', exact: true }).click()
    await expect(alarm).toBeVisible()
    await alarm.getByRole('button', { name: /^This is fine/u }).click()
    await expect(page.getByRole('region', { name: 'Answered' })).toContainText('You said that this is fine.')
  })

  await test.step('a series is confirmed and corrected', async () => {
    await page.goto('/plan/recurring')
    await page.getByRole('button', { name: 'Confirm Clearwater Gym' }).click()
    const row = page.getByRole('listitem').filter({ has: page.getByRole('button', { name: 'Clearwater Gym', exact: true }) })
    await expect(row.getByRole('img', { name: 'confirmed by you' })).toBeVisible()
    await row.getByRole('button', { name: 'Clearwater Gym', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: 'Clearwater Gym' })
    await drawer.getByRole('button', { name: /^Correct it/u }).click()
    await drawer.getByLabel('Name').fill('The gym')
    await isSound(page, 'a series')
    await drawer.getByRole('button', { name: 'Save' }).click()
    await expect(page.getByRole('dialog', { name: 'The gym' })).toBeVisible()
    await page.keyboard.press('Escape')
    await page.reload()
    await expect(page.getByRole('button', { name: 'The gym', exact: true })).toBeVisible()
  })

  await test.step('the calendar names the days to come', async () => {
    await page.getByText('Calendar', { exact: true }).click()
    await expect(page).toHaveURL(/view=calendar/u)
    await expect(page.getByRole('region', { name: 'October 2025' }).getByRole('button', { name: 'The gym' })).toBeVisible()
    await isSound(page, 'calendar')
  })

  await test.step('the forecast is read as a table by keyboard alone', async () => {
    await page.goto('/plan/forecast')
    await expect(page.getByText(/^In 30 days your accounts/u)).toBeVisible()
    const slider = page.getByRole('slider')
    await tabTo(page, /^What is added to All accounts, in EUR$/u)
    const last = await slider.getAttribute('aria-valuetext')
    await page.keyboard.press('ArrowLeft')
    await expect(slider).not.toHaveAttribute('aria-valuetext', last ?? '')
    await page.goto('/plan/forecast')
    await tabTo(page, /^Chart$/u)
    await page.keyboard.press('ArrowRight')
    await expect(page).toHaveURL(/as=table/u)
    await tabTo(page, /^The forecast as a table$/u)
    const table = page.getByRole('region', { name: 'The forecast as a table' })
    await expect(table).toBeFocused()
    await expect(table.getByRole('row')).toHaveCount(31)
    await isSound(page, 'forecast as a table')
  })

  await test.step('the palette and the overview lead there', async () => {
    await page.keyboard.press('Control+k')
    await page.getByRole('textbox', { name: 'Search and commands' }).fill('how good')
    await page.getByRole('dialog').getByText('How good are we?', { exact: true }).click()
    await expect(page.getByRole('heading', { level: 1, name: 'How good are we?' })).toBeVisible()
    await page.goto('/')
    await page.getByRole('region', { name: 'Next 30 days' }).getByRole('link', { name: 'Next 30 days' }).click()
    await expect(page).toHaveURL(/\/plan\/forecast/u)
  })
})

const PAGES = [
  '/',
  '/advice',
  '/advice/insights',
  '/advice/health',
  '/advice/changes',
  '/advice/scores',
  '/plan/recurring',
  '/plan/recurring?view=calendar',
  '/plan/forecast',
  '/plan/forecast?as=table&days=365',
  '/review',
] as const

// Colours are the same at every width, so in the dark one is enough.
const SCHEMES = [
  { colorScheme: 'light', widths: [1360, 390] },
  { colorScheme: 'dark', widths: [1360] },
] as const

for (const { colorScheme, widths } of SCHEMES) {
  test.describe(colorScheme, () => {
    test.use({ colorScheme })

    test('has no serious barrier, empty or filled', async ({ page }) => {
      test.slow() // axe walks over two dozen pages
      await signUp(page, 'Jonas')
      await page.goto('/advice')
      await expect(page.getByRole('heading', { name: 'No advice just now' })).toBeVisible()
      await isSound(page, 'no advice yet')
      await page.goto('/plan/recurring')
      await expect(page.getByRole('heading', { name: 'Nothing comes back yet' })).toBeVisible()
      await isSound(page, 'no series yet')
      await importYears(page)
      await analysed(page)
      for (const width of widths) {
        await page.setViewportSize({ width, height: width < 500 ? 844 : 900 })
        for (const path of PAGES) {
          await page.goto(path)
          await settled(page)
          await isSound(page, `${path}, ${width} px`)
          await picture(page, `${path.replaceAll(/[^a-z]+/gu, '-')}-${colorScheme}-${width}`)
        }
      }
    })
  })
}
