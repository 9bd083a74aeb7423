/** "1 row", "2 rows", "1,204 rows". */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${new Intl.NumberFormat().format(number)} ${number === 1 ? one : many}`
}

/** "a, b and c". */
export function listed(items: readonly string[]): string {
  if (items.length < 2) return items.join('')
  return `${items.slice(0, -1).join(', ')} and ${items.at(-1) ?? ''}`
}

/** "closing_balance" as "Closing balance". */
export function humanised(name: string): string {
  const text = name.replaceAll(/[_.-]+/gu, ' ').trim()
  return text.charAt(0).toUpperCase() + text.slice(1)
}
