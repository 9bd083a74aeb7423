import type { CategoryUsage } from '@/api/types'
import { count } from '@/lib/words'

/** "12 transactions", "1 share", "2 rules", "1 category below it"; what is zero is not told. */
export function usageParts({ transactions, shares, rules, below }: CategoryUsage): string[] {
  return [
    transactions > 0 ? count(transactions, 'transaction') : '',
    shares > 0 ? `${count(shares, 'share')} of split ones` : '',
    rules > 0 ? count(rules, 'rule') : '',
    below > 0 ? `${count(below, 'category', 'categories')} below it` : '',
  ].filter((text) => text !== '')
}
