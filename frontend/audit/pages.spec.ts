/** Walks every page as it is in the demo household and in an empty one, and writes down what it saw. */

import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { expect, test, type Browser, type BrowserContext, type Page } from '@playwright/test'
import { barriersOf, focusOf, outlineOf, overhangOf, pictureOf, slowDown, spaceOut, speedOf, watchPaints, type Barrier, type Focus, type Speed } from './measures'
import { PLACES, SENT_ON, type Place } from './routes'

const FOLDER = process.env['AUDIT_FOLDER'] ?? 'test-results/audit'
const PICTURES = process.env['AUDIT_PICTURES'] ?? ''
const DESK = { width: 1360, height: 900 }
const PHONE = { width: 390, height: 844 }
/** The desk's window at 200 and at 400 per cent. */
const ZOOMED = [680, 340] as const
const PASSWORD = 'a quiet harbour at 7'

interface Seen {
  name: string
  path: string
  outline: Awaited<ReturnType<typeof outlineOf>>
  desk: Speed
  slow: Speed
  barriers: Record<string, Barrier[]>
  overhang: Record<string, number>
  focus: Focus
  moving: number
}

const seen: Seen[] = []
const empty: { name: string; barriers: Barrier[]; overhang: number }[] = []

function contextOf(browser: Browser, options: Parameters<Browser['newContext']>[0] = {}): Promise<BrowserContext> {
  return browser.newContext({ viewport: DESK, locale: 'en-GB', serviceWorkers: 'block', ...options })
}

async function signIn(page: Page): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(process.env['SPENDWISE_DEMO_EMAIL'] ?? '')
  await page.getByLabel('Password', { exact: true }).fill(process.env['SPENDWISE_DEMO_PASSWORD'] ?? '')
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
}

async function settled(page: Page): Promise<void> {
  await expect(page.getByRole('heading', { level: 1 }).first()).toBeVisible()
  await expect(page.locator('[aria-busy=true]')).toHaveCount(0)
  await page.waitForLoadState('load')
  await page.evaluate(() => document.fonts.ready)
  await page.waitForTimeout(400)
}

async function addressOf(page: Page, place: Place): Promise<string> {
  if (!place.via) return place.path
  const { link } = place.via
  await page.goto(place.via.page)
  await settled(page)
  const addresses = await page.locator('main a[href]').evaluateAll((links) => links.map((one) => one.getAttribute('href') ?? ''))
  const found = addresses.find((one) => link.test(one))
  if (found === undefined) throw new Error(`nothing on ${place.via.page} leads to ${place.path}`)
  return found
}

async function fresh(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage()
  await page.addInitScript(watchPaints)
  await page.goto(address)
  await settled(page)
  return page
}

async function keepPicture(context: BrowserContext, page: Page, name: string): Promise<void> {
  if (!PICTURES) return
  const client = await context.newCDPSession(page)
  writeFileSync(`${PICTURES}/${name}.webp`, await pictureOf(client))
  await client.detach()
}

async function onSlowPhone(browser: Browser, state: Awaited<ReturnType<BrowserContext['storageState']>> | undefined, address: string): Promise<Speed> {
  const context = await contextOf(browser, { viewport: PHONE, ...(state && { storageState: state }) })
  const page = await context.newPage()
  await page.addInitScript(watchPaints)
  await slowDown(await context.newCDPSession(page))
  await page.goto(address)
  await settled(page)
  const found = await speedOf(page)
  await context.close()
  return found
}

test.describe.configure({ mode: 'serial' })

test('the list of pages is that of the router', () => {
  const source = readFileSync('src/app/router.tsx', 'utf8')
  const routes = [...source.matchAll(/^ {2}path: '([^']+)'/gmu)].map(([, path]) => path ?? '').filter((path) => !SENT_ON.has(path))
  expect(PLACES.map(({ path }) => path).toSorted()).toEqual(routes.toSorted())
})

for (const scheme of ['inside', 'outside'] as const) {
  for (const place of PLACES.filter(({ isOutside }) => (isOutside ?? false) === (scheme === 'outside'))) {
    test(`${place.name} is looked at from every side`, async ({ browser }) => {
      const context = await contextOf(browser)
      const first = await context.newPage()
      if (!place.isOutside) await signIn(first)
      const address = await addressOf(first, place)
      await first.close()
      const page = await fresh(context, address)
      const desk = await speedOf(page)
      const barriers: Record<string, Barrier[]> = { light: await barriersOf(page) }
      await keepPicture(context, page, `${place.name}-light`)
      const focus = await focusOf(page)
      const overhang: Record<string, number> = {}
      for (const width of ZOOMED) {
        await page.setViewportSize({ width, height: 450 })
        await page.waitForTimeout(200)
        overhang[`${width}`] = await overhangOf(page)
      }
      await page.setViewportSize(DESK)
      await spaceOut(page)
      overhang['spaced'] = await overhangOf(page)
      await page.emulateMedia({ colorScheme: 'dark', reducedMotion: 'reduce' })
      await page.reload()
      await settled(page)
      barriers['dark'] = await barriersOf(page)
      await keepPicture(context, page, `${place.name}-dark`)
      const moving = await page.evaluate(() => document.getAnimations().filter(({ playState }) => playState === 'running').length)
      await page.emulateMedia({ colorScheme: 'light' })
      await page.setViewportSize(PHONE)
      await page.reload()
      await settled(page)
      barriers['phone'] = await barriersOf(page)
      overhang['390'] = await overhangOf(page)
      await keepPicture(context, page, `${place.name}-phone`)
      const outline = await outlineOf(page)
      const slow = await onSlowPhone(browser, place.isOutside ? undefined : await context.storageState(), address)
      seen.push({ name: place.name, path: place.path, outline, desk, slow, barriers, overhang, focus, moving })
      await context.close()
    })
  }
}

test('every page is looked at while it is empty', async ({ browser }) => {
  const context = await contextOf(browser, { viewport: PHONE })
  const page = await context.newPage()
  await page.goto('/sign-up')
  await page.getByLabel('Name').fill('Noor')
  await page.getByLabel('E-mail').fill(`noor-${Date.now()}@example.org`)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('navigation').first()).toBeVisible()
  for (const place of PLACES.filter(({ isOutside, via }) => !isOutside && !via)) {
    await page.goto(place.path)
    await settled(page)
    empty.push({ name: place.name, barriers: await barriersOf(page), overhang: await overhangOf(page) })
    await keepPicture(context, page, `${place.name}-empty`)
  }
  await context.close()
})

test.afterAll(() => {
  mkdirSync(FOLDER, { recursive: true })
  writeFileSync(`${FOLDER}/pages.json`, JSON.stringify({ pages: seen, empty }, null, 1))
})
