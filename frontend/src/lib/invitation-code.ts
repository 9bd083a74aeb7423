/** The code of a mail's link, kept in this tab from the link to the moment when somebody has signed in and joined. */

const KEY = 'spendwise-invitation'

export function keepCode(code: string): void {
  try {
    sessionStorage.setItem(KEY, code)
  } catch {
    // Then it is typed.
  }
}

export function keptCode(): string {
  try {
    return sessionStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

export function dropCode(): void {
  try {
    sessionStorage.removeItem(KEY)
  } catch {
    // Nothing was kept.
  }
}
