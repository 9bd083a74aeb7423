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
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
}

export async function importHousehold(page: Page): Promise<void> {
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles(HOUSEHOLD)
  await page.getByRole('button', { name: 'Import 13 transactions' }).click()
  await expect(page.getByText('13 transactions imported into household.')).toBeVisible()
}

/** Serious and critical findings of axe, as short lines. */
export async function barriers(page: Page): Promise<string[]> {
  // Colours that are still fading are measured half way otherwise.
  await page.waitForFunction(() => document.getAnimations().every(({ playState }) => playState !== 'running'))
  const { violations } = await new AxeBuilder({ page }).analyze()
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .flatMap(({ id, nodes }) => nodes.map(({ target, failureSummary }) => `${id}: ${target.join(' ')}: ${failureSummary ?? ''}`))
}
