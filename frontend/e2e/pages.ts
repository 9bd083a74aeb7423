/** What the specs share: a page that fails on policy violations, and people who sign up or in. */

import AxeBuilder from '@axe-core/playwright'
import { expect, test as plain, type Page } from '@playwright/test'

export const HOUSEHOLD = 'e2e/files/household-september.csv'
export const PASSWORD = 'a quiet harbour at 7'

interface Watched {
  /** What the browser refused by the content security policy, and scripts that threw. */
  faults: string[]
}

/** Every test ends with an empty list of faults. */
export const test = plain.extend<Watched>({
  faults: [
    async ({ page }, use) => {
      const faults: string[] = []
      page.on('pageerror', (error) => faults.push(error.message))
      page.on('console', (message) => {
        if (/content security policy/iu.test(message.text())) faults.push(message.text())
      })
      await use(faults)
      expect(faults).toEqual([])
    },
    { auto: true },
  ],
})

export { expect }

/** A new person on every run, so that runs do not meet each other's data. */
export async function signUp(page: Page, name: string): Promise<void> {
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill(name)
  await page.getByLabel('E-mail').fill(`${name.toLowerCase()}-${Date.now()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await page.getByRole('link', { name: 'Skip the start' }).click()
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
}

export async function importHousehold(page: Page): Promise<void> {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(HOUSEHOLD)
  await page.getByRole('button', { name: 'Import 13 transactions' }).click()
  await expect(page.getByText('13 transactions imported into household.')).toBeVisible()
}

/** Nothing fades or slides any more; the bar of a running job never rests. */
const rests = (): boolean =>
  document
    .getAnimations()
    .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity)

/** Serious and critical findings of axe, as short lines. A page that began to move meanwhile (a note that goes) is looked
 * at again: colours half way are nobody's. */
export async function barriers(page: Page, looks = 3): Promise<string[]> {
  await page.waitForFunction(rests)
  const { violations } = await new AxeBuilder({ page }).analyze()
  const found = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`))
  if (found.length === 0 || looks === 1) return found
  await page.waitForTimeout(500)
  return barriers(page, looks - 1)
}

/** Nothing that axe finds serious, and nothing that scrolls sideways. */
export async function isSound(page: Page, where: string): Promise<void> {
  expect(await barriers(page), where).toEqual([])
  const overhang = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overhang, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
}

/** A picture for people to look at, where E2E_SHOTS names a folder. */
export async function picture(page: Page, name: string): Promise<void> {
  const folder = process.env['E2E_SHOTS']
  // What floats over a page is placed anew when the window takes the page's height, so it is pictured as it stands.
  const isFloating = (await page.getByRole('menu').or(page.getByRole('dialog')).count()) > 0
  if (folder) await page.screenshot({ path: `${folder}/${name}.png`, fullPage: !isFloating })
}

/** Tab, until the element of that name is reached. */
export async function tabTo(page: Page, name: RegExp): Promise<void> {
  await expect(async () => {
    await page.keyboard.press('Tab')
    const focused = await page.evaluate(() => {
      const at = document.activeElement
      if (at === document.body) return ''
      const label = at instanceof HTMLInputElement || at instanceof HTMLTextAreaElement ? at.labels?.[0]?.textContent : null
      return (at?.getAttribute('aria-label') ?? label ?? at?.textContent ?? '').trim()
    })
    expect(focused).toMatch(name)
  }).toPass({ intervals: [0], timeout: 30_000 })
}

/** Tab to a button or link, and press it by Enter. */
export async function enter(page: Page, name: RegExp): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.press('Enter')
}

/** Tab to a field and write into it. */
export async function write(page: Page, name: RegExp, text: string): Promise<void> {
  await tabTo(page, name)
  await page.keyboard.type(text)
}
