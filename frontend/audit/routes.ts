/** Every page by the name of its picture. `$` stands for an id that the page before it in the list leads to. */
export interface Place {
  name: string
  path: string
  /** What must be in sight before the page is judged: its heading is not enough where a chart comes later. */
  shows?: string
  /** Where the id in the path is found: the first link on another page whose address matches. */
  via?: { page: string; link: RegExp }
  isOutside?: true
}

export const PLACES: readonly Place[] = [
  { name: 'sign-in', path: '/sign-in', isOutside: true },
  { name: 'sign-up', path: '/sign-up', isOutside: true },
  { name: 'forgot-password', path: '/forgot-password', isOutside: true },
  { name: 'reset-password', path: '/reset-password', isOutside: true },
  { name: 'confirm-email', path: '/confirm-email', isOutside: true },
  { name: 'overview', path: '/' },
  { name: 'transactions', path: '/transactions' },
  { name: 'review', path: '/review' },
  { name: 'accounts', path: '/accounts' },
  { name: 'account', path: '/accounts/$accountId', via: { page: '/accounts', link: /^\/accounts\/\d+/u } },
  { name: 'net-worth', path: '/accounts/net-worth' },
  { name: 'cash-flow', path: '/accounts/cash-flow' },
  { name: 'budgets', path: '/plan/budgets' },
  { name: 'recurring', path: '/plan/recurring' },
  { name: 'forecast', path: '/plan/forecast' },
  { name: 'what-if', path: '/plan/what-if' },
  { name: 'goals', path: '/plan/goals' },
  { name: 'debts', path: '/plan/debts' },
  { name: 'advice', path: '/advice' },
  { name: 'insights', path: '/advice/insights' },
  { name: 'health', path: '/advice/health' },
  { name: 'changes', path: '/advice/changes' },
  { name: 'scores', path: '/advice/scores' },
  { name: 'reports', path: '/reports' },
  { name: 'report', path: '/reports/$reportId', via: { page: '/reports', link: /^\/reports\/\d+/u } },
  { name: 'import', path: '/import' },
  { name: 'ask', path: '/ask' },
  { name: 'start', path: '/start' },
  { name: 'glossary', path: '/glossary' },
  { name: 'settings', path: '/settings' },
]

/** Addresses that only send on to another page. */
export const SENT_ON: ReadonlySet<string> = new Set(['/plan'])
