/** The ways in: password, a code of an app, a recovery code, and a passkey, and a mail for whoever has forgotten. */

import { createHmac } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { expect, isSound, PASSWORD, picture, signUp, test } from './pages'
import type { Page } from '@playwright/test'

const MAILS = process.env['SPENDWISE_MAILS'] ?? ''
const STEP = 30_000

/** What an authenticator app shows for this key at that step (RFC 6238, six digits). */
function codeOf(key: string, step: number): string {
  const letters = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'
  const bits = Array.from(key.replaceAll(' ', ''), (letter) => letters.indexOf(letter).toString(2).padStart(5, '0')).join('')
  const bytes = Buffer.from((bits.match(/.{8}/gu) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const counter = Buffer.alloc(8)
  counter.writeBigUInt64BE(BigInt(step))
  const mac = createHmac('sha1', bytes).update(counter).digest()
  const at = mac.readUInt8(mac.length - 1) & 15
  return String((mac.readUInt32BE(at) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}

/** A code that was not used before: each is good once, so the next has to be of a later step. */
class App {
  private last = Math.floor(Date.now() / STEP) - 2
  private readonly key: string
  constructor(key: string) {
    this.key = key
  }

  code(): string {
    this.last = Math.max(this.last + 1, Math.floor(Date.now() / STEP) - 1)
    return codeOf(this.key, this.last)
  }
}

async function enter(page: Page, email: string, password = PASSWORD): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(password)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function answer(page: Page, code: string): Promise<void> {
  await page.getByLabel('Code', { exact: true }).fill(code)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
}

async function leave(page: Page): Promise<void> {
  await page.goto('/settings?part=access')
  await page.locator('#content').getByRole('button', { name: 'Sign out' }).click()
  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible()
}

async function emailOf(page: Page): Promise<string> {
  await page.goto('/settings')
  return page.getByLabel('E-mail').inputValue()
}

/** The link of the newest mail to this person. */
function linkTo(email: string): string {
  const texts = readdirSync(MAILS).map((name) => readFileSync(`${MAILS}/${name}`, 'utf8'))
  const mine = texts.filter((text) => text.includes(`To: ${email}`)).join('\n').replaceAll('=\n', '')
  return /https?:\/\/\S+\/reset-password#\S+/u.exec(mine)?.[0] ?? ''
}

test('a second factor asks for a code of the app, and takes a recovery code once', async ({ page }) => {
  await signUp(page, 'Greta')
  const email = await emailOf(page)
  await page.goto('/settings?part=access')
  await page.getByRole('button', { name: 'Set up an app' }).click()
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Go on' }).click()
  const image = page.getByRole('img', { name: 'QR code for your authenticator app' })
  await expect(image).toBeVisible()
  expect(await image.evaluate((element: HTMLImageElement) => element.naturalWidth)).toBeGreaterThan(100)
  await isSound(page, 'set-up')
  await picture(page, 'second-factor-set-up')
  const app = new App((await page.locator('code').first().textContent()) ?? '')
  await page.getByLabel('Code that the app now shows').fill(app.code())
  await page.getByRole('button', { name: 'Switch it on' }).click()
  const items = page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')
  await expect(items).toHaveCount(10)
  const codes = await items.allTextContents()
  await isSound(page, 'recovery codes')
  await picture(page, 'recovery-codes')
  await page.getByRole('button', { name: 'I have them' }).click()
  await expect(page.getByText('10 recovery codes are unused')).toBeVisible()

  await leave(page)
  await enter(page, email)
  await expect(page.getByRole('heading', { name: 'One more step' })).toBeVisible()
  await isSound(page, 'second step')
  await picture(page, 'second-step')
  await answer(page, '000000')
  await expect(page.getByText(/This code is wrong/u)).toBeVisible()
  await answer(page, app.code())
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()

  await leave(page)
  await enter(page, email)
  await answer(page, codes[0] ?? '')
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
  await page.goto('/settings?part=access')
  await expect(page.getByText('9 recovery codes are unused')).toBeVisible()
  const trail = page.getByRole('list', { name: 'Recent activity' })
  await expect(trail.getByText('A recovery code was used')).toBeVisible()
  await expect(trail.getByText('A sign-in failed')).toBeVisible()
  await isSound(page, 'access')
  await picture(page, 'access')
})

test('a forgotten password is set anew by the link of a mail, once', async ({ page }) => {
  await signUp(page, 'Henry')
  const email = await emailOf(page)
  await leave(page)
  await page.getByRole('button', { name: 'Forgot password' }).click()
  await page.getByLabel('E-mail').fill(email)
  await isSound(page, 'forgot')
  await picture(page, 'forgot-password')
  await page.getByRole('button', { name: 'Send me a link' }).click()
  await expect(page.getByText(/If somebody has this address/u)).toBeVisible()
  await expect.poll(() => linkTo(email)).not.toBe('')
  const link = linkTo(email)
  await page.goto(link)
  await expect(page.getByRole('heading', { name: 'Set a new password' })).toBeVisible()
  await expect.poll(() => page.url()).not.toContain('#')
  await isSound(page, 'reset')
  await picture(page, 'reset-password')
  await page.getByLabel('New password').fill('a louder harbour at 9')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText(/Your new password is set/u)).toBeVisible()
  await page.goto('/forgot-password')
  await page.goto(link)
  await page.getByLabel('New password').fill('yet another harbour')
  await page.getByRole('button', { name: 'Set password' }).click()
  await expect(page.getByText(/This link has ended/u)).toBeVisible()
  await enter(page, email, 'a louder harbour at 9')
  await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
})

/** Passkeys are made for names, so the page is opened under the machine's own; the authenticator is the browser's. */
test('a passkey opens without the password, and after it', async ({ page, baseURL }) => {
  const here = (path: string) => `http://localhost:${new URL(baseURL ?? '').port}${path}`
  const browser = await page.context().newCDPSession(page)
  await browser.send('WebAuthn.enable')
  await browser.send('WebAuthn.addVirtualAuthenticator', {
    options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true, isUserVerified: true },
  })
  await page.goto(here('/sign-up'))
  const email = `ida-${Date.now()}@example.org`
  await page.getByLabel('Name').fill('Ida')
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Create account' }).click()
  await expect(page.getByRole('heading', { name: 'Welcome to SpendWise' })).toBeVisible()
  await page.goto(here('/settings?part=access'))
  await page.getByRole('button', { name: 'Add a passkey' }).click()
  await page.getByLabel('Name of the passkey').fill('Blue key')
  await page.getByLabel('Your password', { exact: true }).fill(PASSWORD)
  await isSound(page, 'adding a passkey')
  await picture(page, 'passkey-add')
  await page.getByRole('button', { name: 'Go on' }).click()
  await expect(page.getByRole('list', { name: 'Recovery codes' }).getByRole('listitem')).toHaveCount(10)
  await page.getByRole('button', { name: 'I have them' }).click()
  await expect(page.getByRole('list', { name: 'Passkeys' }).getByText('Blue key')).toBeVisible()
  await isSound(page, 'passkeys')
  await picture(page, 'passkeys')

  await page.locator('#content').getByRole('button', { name: 'Sign out' }).click()
  await isSound(page, 'sign in')
  await picture(page, 'passkey-sign-in')
  await page.getByRole('button', { name: 'Sign in with a passkey' }).click()
  await expect(page.getByRole('list', { name: 'Passkeys' }).or(page.getByRole('heading', { name: 'Start with a bank statement' }))).toBeVisible()

  await page.goto(here('/settings?part=access'))
  await page.locator('#content').getByRole('button', { name: 'Sign out' }).click()
  await page.getByLabel('E-mail').fill(email)
  await page.getByLabel('Password', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Sign in', exact: true }).click()
  await isSound(page, 'second step by passkey')
  await picture(page, 'passkey-second-step')
  await page.getByRole('button', { name: 'Use your passkey' }).click()
  await expect(page.getByRole('navigation', { name: 'Main' })).toBeVisible()
  await page.goto(here('/settings?part=access'))
  await expect(page.getByText(/last used just now/u).first()).toBeVisible()
})
