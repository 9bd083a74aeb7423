import { expect, type Page, test } from '@playwright/test'

const demo = {
  email: process.env['SPENDWISE_DEMO_EMAIL'] ?? '',
  password: process.env['SPENDWISE_DEMO_PASSWORD'] ?? '',
}

/** What the browser says about the page's policy and scripts, from now on. */
function complaints(page: Page): string[] {
  const found: string[] = []
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content.Security.Policy/i.test(message.text())) found.push(message.text())
  })
  page.on('pageerror', (error) => found.push(error.message))
  return found
}

async function signInToAdmin(page: Page): Promise<void> {
  await page.goto('/admin/')
  await page.getByLabel(/e-?mail/i).fill(demo.email)
  await page.getByLabel('Password').fill(demo.password)
  await page.getByRole('button', { name: 'Log in' }).click()
  await expect(page.getByRole('link', { name: 'View site' })).toBeVisible()
}

test('the API documentation works offline under its own policy', async ({ page, baseURL }) => {
  const found = complaints(page)
  const foreign: string[] = []
  page.on('request', (request) => {
    if (!request.url().startsWith(baseURL ?? '') && !/^(data|blob):/.test(request.url())) foreign.push(request.url())
  })
  await page.goto('/api/docs/')
  await expect(page.locator('.opblock').first()).toBeVisible()
  await page.locator('.opblock-summary').first().click()
  await expect(page.locator('.opblock-body').first()).toBeVisible()
  expect(found).toEqual([])
  expect(foreign).toEqual([])
})

test('the admin works under its own policy', async ({ page }) => {
  const found = complaints(page)
  await signInToAdmin(page)
  for (const link of await page.locator('#content-main th a').evaluateAll((all) => all.map((a) => a.getAttribute('href')))) {
    const answer = await page.goto(link ?? '')
    expect(answer?.status(), link ?? '').toBe(200)
  }
  expect(found).toEqual([])
})

test('the browsable API works for people signed in through the admin', async ({ page }) => {
  await signInToAdmin(page)
  const found = complaints(page)
  for (const path of ['/api/accounts/', '/api/transactions/', '/api/reports/', '/api/jobs/']) {
    const answer = await page.goto(path)
    expect(answer?.status(), path).toBe(200)
    await expect(page.locator('.response-info')).toBeVisible()
  }
  expect(found).toEqual([])
})
