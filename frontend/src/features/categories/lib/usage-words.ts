import { plural } from '@lingui/core/macro'
import type { CategoryUsage } from '@/api/types'

/** "12 transactions", "1 share", "2 rules", "1 category below it"; what is zero is not told. */
export function usageParts({ transactions, shares, rules, below }: CategoryUsage): string[] {
  return [
    transactions > 0 ? plural(transactions, { one: '# transaction', other: '# transactions' }) : '',
    shares > 0 ? plural(shares, { one: '# share of split ones', other: '# shares of split ones' }) : '',
    rules > 0 ? plural(rules, { one: '# rule', other: '# rules' }) : '',
    below > 0 ? plural(below, { one: '# category below it', other: '# categories below it' }) : '',
  ].filter((text) => text !== '')
}
