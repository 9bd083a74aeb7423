const DIGITS = 32

/** "1,0843" or "1.0843" as the API's decimal string; null for what is not a number above zero. */
export function typedRate(text: string): string | null {
  const plain = text.trim().replace(/[\s'\u2019]/gu, '').replace(',', '.')
  if (plain.length > DIGITS || !/^\d+(?:\.\d+)?$/u.test(plain) || /^[0.]+$/u.test(plain)) return null
  return plain
}
