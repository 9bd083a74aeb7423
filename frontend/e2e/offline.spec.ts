import type { Page } from '@playwright/test'
import { barriers, expect, importHousehold, picture, signUp, test } from './pages'

/** Everything that this browser keeps for the address beside the shell's own files. */
async function keptPrivately(page: Page): Promise<{ rows: number; answers: string[]; stored: string[] }> {
  return page.evaluate(async () => {
    const names = await caches.keys()
    const urls = (
      await Promise.all(names.map(async (name) => (await (await caches.open(name)).keys()).map(({ url }) => new URL(url).pathname)))
    ).flat()
    const rows = await new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open('spendwise-offline')
      opening.onerror = () => reject(new Error('not opened'))
      opening.onsuccess = () => {
        const database = opening.result
        if (!database.objectStoreNames.contains('queries')) return resolve(0)
        const counting = database.transaction('queries').objectStore('queries').count()
        counting.onsuccess = () => {
          database.close()
          resolve(counting.result)
        }
      }
    })
    const answers = urls.filter((path) => /^\/(?:api|reports-files|admin)\//u.test(path))
    return { rows, answers, stored: Object.keys(localStorage) }
  })
}

test('what was read is there without the server, and gone after signing out', async ({ page, context }) => {
  await signUp(page, 'Olga')
  await importHousehold(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await page.goto('/transactions')
  await expect(page.getByText('City Market', { exact: false }).first()).toBeVisible()
  await expect.poll(async () => (await keptPrivately(page)).rows).toBeGreaterThan(0)
  await page.waitForTimeout(1200)

  await context.setOffline(true)
  await page.reload()
  await expect(page.getByText(/^Offline, data of \d+ \w+ \d{4}, \d\d:\d\d\./u)).toBeVisible()
  await expect(page.getByText('City Market', { exact: false }).first()).toBeVisible()
  expect(await barriers(page), 'offline').toEqual([])
  await picture(page, 'offline')

  await context.setOffline(false)
  await page.reload()
  await expect(page.getByText(/^Offline/u)).toBeHidden()
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => keptPrivately(page)).toMatchObject({ rows: 0, answers: [] })

  await context.setOffline(true)
  await page.goto('/transactions')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect(page.getByText('City Market', { exact: false })).toHaveCount(0)
})

test('signing out without the server holds when it is back', async ({ page, context }) => {
  await signUp(page, 'Otto')
  await importHousehold(page)
  await page.evaluate(() => navigator.serviceWorker.ready.then(() => null))
  await page.goto('/')
  await expect.poll(async () => (await keptPrivately(page)).rows).toBeGreaterThan(0)
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
  await expect.poll(() => keptPrivately(page)).toMatchObject({ rows: 0, answers: [] })
  await context.setOffline(false)
  await page.goto('/')
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
})
