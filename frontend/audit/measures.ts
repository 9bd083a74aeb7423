/** What a browser can say of a page by itself: how quickly it is there, and what keeps somebody from using it. */

import AxeBuilder from '@axe-core/playwright'
import type { CDPSession, Page } from '@playwright/test'

export interface Speed {
  first_paint_ms: number
  largest_paint_ms: number
  blocked_ms: number
  shift: number
  /** Of the scripts that the page names before it has shown anything. */
  first_script_bytes: number
  script_bytes: number
  all_bytes: number
}

export interface Barrier {
  rule: string
  impact: string
  places: number
}

export interface Focus {
  stops: number
  /** Stops that cannot be told from their neighbours, or that lie under something else. */
  unseen: string[]
}

/** A slow phone on a slow line, as page audits commonly assume: 1.6 Mbit/s, 150 ms, a quarter of this processor. */
export const SLOW = { latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8, cpu: 4 }

/** Before the page's own scripts: what the browser reports while it loads is kept. */
export function watchPaints(): void {
  const kept = { largest: 0, shift: 0, blocked: 0 }
  Object.assign(globalThis, { paintsKept: kept })
  const watch = (type: string, take: (entry: PerformanceEntry) => void): void => {
    new PerformanceObserver((list) => list.getEntries().forEach(take)).observe({ type, buffered: true })
  }
  watch('largest-contentful-paint', (entry) => (kept.largest = entry.startTime))
  watch('layout-shift', (entry) => {
    const { value, hadRecentInput } = entry as PerformanceEntry & { value: number; hadRecentInput: boolean }
    if (!hadRecentInput) kept.shift += value
  })
  watch('longtask', (entry) => (kept.blocked += Math.max(0, entry.duration - 50)))
}

export async function speedOf(page: Page): Promise<Speed> {
  const first = await (await page.request.get('/')).text()
  const scripts = [...first.matchAll(/(?:src|href)="(\/[^"]+\.js)"/gu)].map(([, path]) => path)
  return page.evaluate((named) => {
    const kept = (globalThis as unknown as { paintsKept: { largest: number; shift: number; blocked: number } }).paintsKept
    const loaded = performance.getEntriesByType('resource') as PerformanceResourceTiming[]
    const [document] = performance.getEntriesByType('navigation') as PerformanceNavigationTiming[]
    const sum = (rows: PerformanceResourceTiming[]): number => rows.reduce((total, row) => total + row.encodedBodySize, 0)
    return {
      first_paint_ms: Math.round(performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0),
      largest_paint_ms: Math.round(kept.largest),
      blocked_ms: Math.round(kept.blocked),
      shift: Math.round(kept.shift * 1000) / 1000,
      first_script_bytes: sum(loaded.filter(({ name }) => named.includes(new URL(name).pathname))),
      script_bytes: sum(loaded.filter(({ name }) => /\.js(\?|$)/u.test(name))),
      all_bytes: sum(loaded) + (document?.encodedBodySize ?? 0),
    }
  }, scripts)
}

export async function slowDown(client: CDPSession): Promise<void> {
  await client.send('Network.enable')
  await client.send('Network.setCacheDisabled', { cacheDisabled: true })
  await client.send('Network.emulateNetworkConditions', { offline: false, ...SLOW })
  await client.send('Emulation.setCPUThrottlingRate', { rate: SLOW.cpu })
}

const CRITERIA = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

export async function barriersOf(page: Page): Promise<Barrier[]> {
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(({ playState, effect }) => playState !== 'running' || effect?.getComputedTiming().iterations === Infinity),
  )
  const { violations } = await new AxeBuilder({ page }).withTags(CRITERIA).analyze()
  return violations.map(({ id, impact, nodes }) => ({ rule: id, impact: impact ?? 'unknown', places: nodes.length }))
}

/** How far the page reaches beyond the window sideways, in CSS pixels. */
export async function overhangOf(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - document.documentElement.clientWidth))
}

/** The letters, lines and words as far apart as a reader may set them (WCAG 1.4.12). */
const SPACED = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important }
p { margin-bottom: 2em !important }`

const MOST_STOPS = 60

/** Tab from the top: each stop must look different from how it looks unfocused, and lie in sight. */
export async function focusOf(page: Page): Promise<Focus> {
  const unseen: string[] = []
  const met = new Set<string>()
  await page.evaluate(() => {
    if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  })
  for (let stops = 0; stops < MOST_STOPS; stops += 1) {
    await page.keyboard.press('Tab')
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))))
    const stop = await page.evaluate(lookAtFocus)
    if (stop === null || met.has(stop.key)) return { stops, unseen }
    met.add(stop.key)
    if (!stop.isSeen) unseen.push(stop.name)
  }
  return { stops: MOST_STOPS, unseen }
}

interface Stop {
  key: string
  name: string
  isSeen: boolean
}

function lookAtFocus(): Stop | null {
  const at = document.activeElement
  if (!(at instanceof HTMLElement) || at === document.body) return null
  const steps: string[] = []
  for (let one: Element | null = at; one !== null && one !== document.body; one = one.parentElement) {
    steps.push(`${one.tagName}${[...(one.parentElement?.children ?? [])].indexOf(one)}`)
  }
  // A field's frame, or a row that shows it for its control, may carry the mark.
  const isMarked = [at, at.parentElement, at.parentElement?.parentElement]
    .filter((one): one is HTMLElement => one instanceof HTMLElement)
    .some((one) => {
      const style = getComputedStyle(one)
      const isOutlined = style.outlineStyle !== 'none' && parseInt(style.outlineWidth, 10) > 0
      return isOutlined || one.matches(':focus-within') && style.boxShadow !== 'none'
    })
  const field = at.matches('input, textarea, select') && getComputedStyle(at).borderTopStyle !== 'none'
  const box = at.getBoundingClientRect()
  const isHere = box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth
  const points = [0.5, 0.2, 0.8].flatMap((x) => [0.5, 0.15, 0.85].map((y) => [box.left + box.width * x, box.top + box.height * y] as const))
  const isOnTop = box.width < 3 || points.some(([x, y]) => {
    const top = document.elementFromPoint(x, y)
    return top !== null && (at.contains(top) || top.contains(at))
  })
  const name = (at.getAttribute('aria-label') ?? at.textContent).trim().slice(0, 60)
  return { key: steps.join('<'), name: `${at.tagName.toLowerCase()} ${name}`.trim(), isSeen: (isMarked || field) && isHere && isOnTop }
}

/** Headings, landmarks, title and language, as a screen reader asks for them. */
export async function outlineOf(page: Page): Promise<{ title: string; headings: number; main: number; language: string }> {
  return page.evaluate(() => ({
    title: document.title,
    headings: document.querySelectorAll('h1').length,
    main: document.querySelectorAll('main').length,
    language: document.documentElement.lang,
  }))
}

/** The window as it stands, as a small file. */
export async function pictureOf(client: CDPSession): Promise<Buffer> {
  const { data } = await client.send('Page.captureScreenshot', { format: 'webp', quality: 82 })
  return Buffer.from(data, 'base64')
}

/** A constructed style sheet: the pages' own policy lets no other one in. */
export async function spaceOut(page: Page): Promise<void> {
  await page.evaluate((rules) => {
    const sheet = new CSSStyleSheet()
    sheet.replaceSync(rules)
    document.adoptedStyleSheets.push(sheet)
  }, SPACED)
  await page.waitForTimeout(200)
}
