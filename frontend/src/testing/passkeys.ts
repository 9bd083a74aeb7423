import { vi } from 'vitest'

/** A browser with passkeys, as jsdom is none: what its two functions answer is up to the test. */
export function withPasskeys(credentials: { create?: unknown; get?: unknown }): void {
  Object.defineProperty(window, 'PublicKeyCredential', { value: vi.fn(), configurable: true })
  Object.defineProperty(navigator, 'credentials', { value: credentials, configurable: true })
}

export function withoutPasskeys(): void {
  Reflect.deleteProperty(window, 'PublicKeyCredential')
  Reflect.deleteProperty(navigator, 'credentials')
}

export function bytesOf(text: string): ArrayBuffer {
  return new TextEncoder().encode(text).buffer
}
