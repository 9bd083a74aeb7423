import type { Payee } from '@/api/types'

function folded(text: string): string {
  return text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()
}

/** Payees that have the words in their name or in a learned spelling, the most used first. */
export function foundPayees(payees: readonly Payee[], words: string): Payee[] {
  const parts = folded(words).split(/\s+/u).filter((part) => part !== '')
  return payees
    .filter(({ name, aliases }) => {
      const text = folded([name, ...aliases].join(' '))
      return parts.every((part) => text.includes(part))
    })
    .sort((a, b) => b.transaction_count - a.transaction_count || a.name.localeCompare(b.name))
}
