import { expect, importHousehold, isSound, picture, signUp, tabTo, test } from './pages'

test('a question is answered with its rows, refused where it cannot be, and pinned to the overview', async ({ page }) => {
  await signUp(page, 'Quinn')
  await importHousehold(page)

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Ask' }).click()
  await expect(page.getByRole('heading', { name: 'Ask your money' })).toBeVisible()
  await isSound(page, 'before a question')
  await picture(page, 'ask-empty')

  await tabTo(page, /^Your question/u)
  await page.keyboard.type('How much did I spend in September 2025?')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/q=How\+much/u)
  const lead = page.locator('[aria-live=polite] p').first()
  await expect(lead).toContainText('spent in')
  await isSound(page, 'an answer')
  await picture(page, 'ask-answer')

  await lead.getByRole('button').first().click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toBeVisible()
  await expect(drawer.getByText(/Spending/u).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(drawer).toBeHidden()

  await page.getByRole('button', { name: 'Pin to the overview' }).click()
  await expect(page.getByText('Pinned to the overview.')).toBeVisible()

  await page.getByLabel(/^Your question/u).fill('How much did my neighbour spend?')
  await page.keyboard.press('Enter')
  await expect(page.getByText('I do not understand: neighbour.')).toBeVisible()
  await isSound(page, 'a refusal')
  await page.goBack()
  await expect(lead).toContainText('spent in')

  await page.getByRole('link', { name: 'Open in Transactions' }).click()
  await expect(page).toHaveURL(/\/transactions\?/u)
  await expect(page.getByRole('table').first()).toBeVisible()

  await page.goto('/')
  const tiles = page.getByRole('region', { name: 'Pinned answers' })
  await expect(tiles.getByRole('link', { name: 'How much did I spend in September 2025?' })).toBeVisible()
  await isSound(page, 'the overview with a pin')
  await tiles.getByRole('button', { name: /^Unpin/u }).click()
  await expect(tiles).toBeHidden()
  await page.getByRole('button', { name: 'Undo' }).last().click()
  await expect(tiles.getByRole('link')).toHaveCount(1)
})

test('the palette asks, and a phone shows the answer without scrolling sideways', async ({ page }) => {
  await signUp(page, 'Robin')
  await importHousehold(page)
  await page.keyboard.press('Control+k')
  // The palette is fetched when it is first asked for: what is typed before it is there goes nowhere.
  await page.getByRole('dialog', { name: 'Search and commands' }).getByRole('textbox').fill('top 3 payees 2025')
  await page.getByRole('button', { name: /^Ask your money/u }).click()
  await expect(page.getByRole('table', { name: /^Line by line/u })).toBeVisible()
  await page.setViewportSize({ width: 390, height: 844 })
  await isSound(page, 'on a phone')
  await picture(page, 'ask-phone')
})
