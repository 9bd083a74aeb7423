import type { Page } from '@playwright/test'
import { expect, isSound, picture, signUp, test } from './pages'

const FIRST = '2027-02-05'

async function undo(page: Page, message: RegExp): Promise<void> {
  await page.getByText(message).locator('..').getByRole('button', { name: 'Undo' }).click()
}

test('what is to come is declared, found in the calendar, made one and set apart', async ({ page }) => {
  await signUp(page, 'Rita')
  await page.goto('/import')
  await page.locator('input[type=file]').setInputFiles('e2e/files/household-years.csv')
  await page.getByRole('button', { name: /^Import \d+ transactions$/u }).click()
  await expect(page.getByText(/transactions imported into/u)).toBeVisible()

  await test.step('a series is declared', async () => {
    await page.goto('/plan/recurring')
    await page.getByRole('button', { name: 'Declare a series' }).click()
    const form = page.getByRole('dialog', { name: 'Declare a series' })
    await form.getByLabel('Name').fill('Piano lessons')
    await form.getByRole('combobox', { name: 'Account' }).click()
    await page.getByRole('option').first().click()
    await form.getByLabel('Amount in EUR').fill('60')
    await form.getByLabel('Next due').fill(FIRST)
    await isSound(page, 'declaring')
    await form.getByRole('button', { name: 'Declare' }).click()
    await expect(form).toBeHidden()
    await expect(page.getByRole('button', { name: 'Piano lessons', exact: true })).toBeVisible()
  })

  await test.step('what stood out is told, and a figure opens its rows', async () => {
    await expect(async () => {
      await page.reload()
      await expect(page.getByRole('region', { name: 'What stood out' })).toBeVisible({ timeout: 2000 })
    }).toPass({ timeout: 60_000 })
    const noticed = page.getByRole('region', { name: 'What stood out' })
    const price = noticed.getByRole('listitem').filter({ hasText: 'Streamhouse' })
    await price.getByRole('button', { name: /12\.99/u }).click()
    const evidence = page.getByRole('dialog')
    await expect(evidence.getByText(/Streamhouse/u).first()).toBeVisible()
    await isSound(page, 'evidence of a price')
    await page.keyboard.press('Escape')
    await expect(evidence).toBeHidden()
    await picture(page, 'recurring-declared')
  })

  await test.step('two series are made one, and set apart again', async () => {
    const list = page.getByRole('region', { name: 'Subscriptions' })
    await list.getByRole('button', { name: 'Streamhouse', exact: true }).click()
    const drawer = page.getByRole('dialog', { name: 'Streamhouse' })
    await drawer.getByRole('combobox', { name: 'The same as' }).click()
    await page.getByRole('option', { name: /^Piano lessons/u }).click()
    await drawer.getByRole('button', { name: 'Make them one' }).click()
    await expect(page.getByRole('button', { name: 'Piano lessons', exact: true })).toBeHidden()
    await undo(page, /^Streamhouse and Piano lessons are one\.$/u)
    await expect(page.getByRole('button', { name: 'Piano lessons', exact: true })).toBeVisible()
  })

  await test.step('a phone shows it all', async () => {
    await page.setViewportSize({ width: 390, height: 844 })
    await isSound(page, 'recurring, 390 px')
    await picture(page, 'recurring-declared-390')
  })
})
