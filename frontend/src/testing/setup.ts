import '@testing-library/jest-dom/vitest'
import { notifications } from '@mantine/notifications'
import { cleanup, configure } from '@testing-library/react'
import { afterAll, afterEach, beforeAll, vi } from 'vitest'
import { speak } from '@/lib/language'
import { server } from './server'

speak('en')

// Machines that do other work beside the tests are slow, and only a test that fails waits this long.
configure({ asyncUtilTimeout: 5000 })

// Mantine asks for these; jsdom has none of them.
vi.stubGlobal('matchMedia', (query: string) => ({
  matches: false,
  media: query,
  onchange: null,
  addEventListener: () => undefined,
  removeEventListener: () => undefined,
  addListener: () => undefined,
  removeListener: () => undefined,
  dispatchEvent: () => false,
}))
vi.stubGlobal(
  'ResizeObserver',
  class {
    readonly observe = (): void => undefined
    readonly unobserve = (): void => undefined
    readonly disconnect = (): void => undefined
  },
)
Element.prototype.scrollIntoView = () => undefined
window.scrollTo = () => undefined

beforeAll(() => server.listen({ onUnhandledFrame: 'error' }))
afterEach(() => {
  cleanup()
  notifications.clean() // they outlive the page that they were said on, and hold an Undo each
  server.resetHandlers()
})
afterAll(() => server.close())
