import { expect, importHousehold, isSound, PASSWORD, picture, signUp, test } from './pages'

const HOUSEHOLD_TAB = '/settings?part=household'

test('a household is made, joined, kept by two and looked at by one, and stays apart from one’s own money', async ({ page, browser }) => {
  const other = await (await browser.newContext()).newPage()
  const email = `bob-${Date.now()}@example.org`
  let link = ''

  await test.step('Alice makes it and invites Bob', async () => {
    await signUp(page, 'Alice')
    await page.goto(HOUSEHOLD_TAB)
    await page.getByLabel('A new household').fill('Linden')
    await page.getByRole('button', { name: 'Make it' }).click()
    await page.getByRole('button', { name: 'Manage Linden' }).click()
    await page.getByLabel('E-mail of whom you invite').fill(email)
    await page.getByRole('button', { name: 'Invite', exact: true }).click()
    link = await page.getByRole('status').locator('code').innerText()
    expect(link).toContain('/join#')
    await isSound(page, 'household settings')
    await picture(page, 'household-settings')
  })

  await test.step('she works in it, and her own money does not see it', async () => {
    await page.getByRole('button', { name: 'Open Linden' }).click()
    await expect(page.getByRole('button', { name: 'Whose money: Linden' })).toBeVisible()
    await expect(page).toHaveTitle('Overview · Linden · SpendWise')
    await importHousehold(page)
    await page.getByRole('button', { name: 'Whose money: Linden' }).click()
    await picture(page, 'household-switcher')
    await page.getByRole('menuitem', { name: 'My own money' }).click()
    await expect(page.getByRole('heading', { name: 'Start with a bank statement' })).toBeVisible()
    await expect(page).toHaveTitle('Overview · SpendWise')
  })

  await test.step('Bob follows the link, makes an account and joins', async () => {
    await other.goto(new URL(link).pathname + new URL(link).hash)
    await other.getByRole('button', { name: /create an account/iu }).or(other.getByRole('link', { name: /create an account/iu })).click()
    await other.getByLabel('Name').fill('Bob')
    await other.getByLabel('E-mail').fill(email)
    await other.getByLabel('Password', { exact: true }).fill(PASSWORD)
    await other.getByRole('button', { name: 'Create account' }).click()
    await expect(other.getByRole('heading', { name: 'You are invited' })).toBeVisible()
    expect(other.url()).not.toContain('#')
    await other.getByRole('button', { name: 'Join' }).click()
    await expect(other.getByRole('button', { name: 'Whose money: Linden' })).toBeVisible()
  })

  const rows = other.getByRole('row')
  const add = async (who: string): Promise<void> => {
    await other.goto('/transactions?period=all&add=yes')
    const form = other.getByRole('dialog', { name: 'Add a transaction' })
    await form.getByLabel(/^Amount/u).fill('4.50')
    await form.getByLabel('Day').fill('2025-09-30')
    await form.getByLabel('Who').fill(who)
    await form.getByRole('button', { name: 'Add', exact: true }).click()
  }

  await test.step('as a partner he adds a row', async () => {
    await add('Flea market')
    await expect(rows.filter({ hasText: 'Flea market' })).toBeVisible()
  })

  await test.step('as a viewer he looks and cannot add', async () => {
    await page.goto(HOUSEHOLD_TAB)
    await page.getByRole('button', { name: 'Manage Linden' }).click()
    await page.getByRole('combobox', { name: `Role of ${email}` }).or(page.getByLabel(`Role of ${email}`)).first().click()
    await page.getByRole('option', { name: 'Viewer' }).click()
    await expect(page.getByLabel(`Role of ${email}`).first()).toHaveValue('Viewer')
    await other.reload()
    await expect(other.getByText('You are looking at the money of Linden. You may look, not change.')).toBeVisible()
    await add('Not to be')
    await expect(other.getByText('You may look at this household\'s money, not change it', { exact: false }).first()).toBeVisible()
    await other.goto('/transactions?period=all')
    await expect(rows.filter({ hasText: 'Flea market' })).toBeVisible()
    await expect(rows.filter({ hasText: 'Not to be' })).toHaveCount(0)
    await isSound(other, 'viewer')
    await picture(other, 'household-viewer')
    await other.setViewportSize({ width: 390, height: 844 })
    await isSound(other, 'viewer on a phone')
    await picture(other, 'household-viewer-phone')
  })

  await test.step('taken out, he is back at his own money', async () => {
    await page.getByRole('button', { name: `Remove ${email}` }).click()
    await expect(page.getByText(`${email} is no longer a member.`)).toBeVisible()
    await other.reload()
    await expect(other.getByText('You are looking at the money of Linden.')).toHaveCount(0)
    await expect(other.getByText('Flea market')).toHaveCount(0)
  })
})
