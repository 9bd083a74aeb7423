/** What a term means, where it stands and in the glossary; and the server's page, for its staff alone. */

import { enter, expect, isSound, signUp, tabTo, test } from './pages'

test('a term is explained beside it by keys, and the glossary goes to it', async ({ page }) => {
  await signUp(page, 'Thea')
  await page.goto('/plan/budgets')
  await tabTo(page, /^What is this: Budget\?$/u)
  await page.keyboard.press('Enter')
  await expect(page.getByText('What you mean to spend on a category in a month')).toBeVisible()
  await isSound(page, 'what is this')
  await page.keyboard.press('Escape')
  await expect(page.getByRole('button', { name: 'What is this: Budget?' })).toBeFocused()
  await page.keyboard.press('Enter')
  await enter(page, /^All terms$/u)
  await expect(page.locator('#budget')).toBeFocused()
  await expect(page.locator('#budget')).toBeInViewport()
  await page.getByLabel('Find a term').fill('net worth')
  await expect(page.getByText('1 term', { exact: true })).toBeVisible()
  await isSound(page, 'glossary')
  await page.goto('/settings?part=server')
  await expect(page.getByRole('tab', { name: 'Profile' })).toHaveAttribute('aria-selected', 'true')
  await expect(page.getByRole('tab', { name: 'Server' })).toHaveCount(0)
})

test('the server’s staff reads how it is', async ({ page }) => {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(process.env['SPENDWISE_DEMO_EMAIL'] ?? '')
  await page.getByLabel('Password', { exact: true }).fill(process.env['SPENDWISE_DEMO_PASSWORD'] ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('button', { name: 'Demo household' })).toBeVisible()
  await page.goto('/settings?part=server')
  await expect(page.getByText('Everything works.')).toBeVisible()
  await expect(page.getByText(/1 worker is heard\./u)).toBeVisible()
  await expect(page.getByRole('region', { name: 'Jobs by kind' })).toBeVisible()
  await isSound(page, 'server')
})
