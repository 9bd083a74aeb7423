import { createRootRoute, createRoute, createRouter, lazyRouteComponent, redirect, retainSearchParams } from '@tanstack/react-router'
import { refreshSession } from '@/api/client'
import { ApiError } from '@/api/errors'
import { recallKept } from '@/api/kept'
import { session } from '@/api/session'
import { keepCode } from '@/lib/invitation-code'
import { worded } from '@/locales/load'
import { LostPage, BrokenPage } from './pages/lost-page'
import { askForOverview, askForShell } from './first-reads'
import { queryClient } from './query-client'
import {
  pickText,
  readSearch,
  safeNext,
  writeSearch,
  type AskSearch,
  type BudgetsSearch,
  type CashFlowSearch,
  type ChangesSearch,
  type DoorSearch,
  type ForecastSearch,
  type NetWorthSearch,
  type OpenSearch,
  type PartSearch,
  type RecurringSearch,
  type RootSearch,
  type StartSearch,
  type TransactionsSearch,
  type WhatIfSearch,
} from './search'
import { Shell } from './shell'

const rootRoute = createRootRoute({ notFoundComponent: LostPage })

async function isSignedIn(): Promise<boolean> {
  try {
    if (session.status === 'unknown') await refreshSession()
  } catch (error) {
    if (!(error instanceof ApiError && error.status === 0)) throw error
    if ((await recallKept(queryClient))) session.showKept()
  }
  return session.status === 'signed-in' || session.status === 'kept'
}

const shellRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'shell',
  component: Shell,
  validateSearch: (search: Record<string, unknown>): RootSearch => pickText(search, ['period', 'figure']),
  search: { middlewares: [retainSearchParams(['period'])] },
  beforeLoad: async ({ location }) => {
    if (await isSignedIn()) return
    throw redirect({ to: '/sign-in', search: location.href === '/' ? {} : { next: location.href } })
  },
  loader: () => askForShell(queryClient),
  staleTime: Infinity,
})

function doorSearch(search: Record<string, unknown>): DoorSearch {
  return pickText(search, ['next'])
}

async function passThrough({ search }: { search: DoorSearch }): Promise<void> {
  if (await isSignedIn()) throw redirect({ href: safeNext(search.next) })
}

const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: doorSearch,
  beforeLoad: passThrough,
  component: lazyRouteComponent(worded(() => import('./pages/door-pages')), 'SignIn'),
})

const signUpRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-up',
  validateSearch: doorSearch,
  beforeLoad: passThrough,
  component: lazyRouteComponent(worded(() => import('./pages/door-pages')), 'SignUp'),
})

const forgotRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/forgot-password',
  component: lazyRouteComponent(worded(() => import('./pages/door-pages')), 'Forgot'),
})

const confirmRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/confirm-email',
  component: lazyRouteComponent(worded(() => import('./pages/door-pages')), 'Confirm'),
})

const resetRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/reset-password',
  component: lazyRouteComponent(worded(() => import('./pages/door-pages')), 'Reset'),
})

/** A mail's link: the code goes out of the address at once, and waits in this tab for the sign-in. */
const joinRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/join',
  beforeLoad: ({ location }) => {
    if (location.hash) keepCode(location.hash)
    throw redirect({ to: '/settings', search: { part: 'household' }, replace: true })
  },
})

const overviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/',
  loaderDeps: ({ search: { period } }: { search: RootSearch }) => ({ period }),
  loader: ({ deps: { period } }) => askForOverview(queryClient, period),
  component: lazyRouteComponent(worded(() => import('./pages/overview')), 'Overview'),
})

const startRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/start',
  validateSearch: (search: Record<string, unknown>): StartSearch => pickText(search, ['step']),
  component: lazyRouteComponent(worded(() => import('./pages/start')), 'Start'),
})

const transactionsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/transactions',
  validateSearch: (search: Record<string, unknown>): TransactionsSearch =>
    pickText(search, ['account', 'category', 'q', 'open', 'add']),
  component: lazyRouteComponent(worded(() => import('./pages/transactions')), 'Transactions'),
})

const reviewRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/review',
  validateSearch: (search: Record<string, unknown>): PartSearch => pickText(search, ['part']),
  component: lazyRouteComponent(worded(() => import('./pages/review')), 'Review'),
})

const accountsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts',
  component: lazyRouteComponent(worded(() => import('./pages/accounts')), 'Accounts'),
})

const netWorthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/net-worth',
  validateSearch: (search: Record<string, unknown>): NetWorthSearch => pickText(search, ['months', 'day', 'as']),
  component: lazyRouteComponent(worded(() => import('./pages/money')), 'NetWorth'),
})

const cashFlowRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/cash-flow',
  validateSearch: (search: Record<string, unknown>): CashFlowSearch => pickText(search, ['by', 'against', 'as']),
  component: lazyRouteComponent(worded(() => import('./pages/money')), 'CashFlow'),
})

const accountRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/accounts/$accountId',
  component: lazyRouteComponent(worded(() => import('./pages/accounts')), 'OneAccount'),
})

const planRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan',
  beforeLoad: () => {
    throw redirect({ to: '/plan/recurring', replace: true })
  },
})

const budgetsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/budgets',
  validateSearch: (search: Record<string, unknown>): BudgetsSearch => pickText(search, ['month']),
  component: lazyRouteComponent(worded(() => import('./pages/budgets')), 'Budgets'),
})

const recurringRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/recurring',
  validateSearch: (search: Record<string, unknown>): RecurringSearch => pickText(search, ['view', 'open']),
  component: lazyRouteComponent(worded(() => import('./pages/plan')), 'Recurring'),
})

const forecastRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/forecast',
  validateSearch: (search: Record<string, unknown>): ForecastSearch => pickText(search, ['currency', 'account', 'days', 'as']),
  component: lazyRouteComponent(worded(() => import('./pages/plan')), 'Forecast'),
})

const whatIfRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/what-if',
  validateSearch: (search: Record<string, unknown>): WhatIfSearch => pickText(search, ['try', 'with', 'months', 'as']),
  component: lazyRouteComponent(worded(() => import('./pages/what-if')), 'WhatIf'),
})

const goalsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/goals',
  component: lazyRouteComponent(worded(() => import('./pages/plan')), 'Goals'),
})

const debtsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/plan/debts',
  component: lazyRouteComponent(worded(() => import('./pages/plan')), 'Debts'),
})

const adviceRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/advice',
  component: lazyRouteComponent(worded(() => import('./pages/advice')), 'Advice'),
})

const insightsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/advice/insights',
  validateSearch: (search: Record<string, unknown>): OpenSearch => pickText(search, ['open']),
  component: lazyRouteComponent(worded(() => import('./pages/advice')), 'Insights'),
})

const healthRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/advice/health',
  component: lazyRouteComponent(worded(() => import('./pages/advice')), 'Health'),
})

const changesRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/advice/changes',
  validateSearch: (search: Record<string, unknown>): ChangesSearch => pickText(search, ['month', 'by', 'against']),
  component: lazyRouteComponent(worded(() => import('./pages/advice')), 'Changes'),
})

const scoresRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/advice/scores',
  component: lazyRouteComponent(worded(() => import('./pages/scores')), 'Scores'),
})

const reportsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports',
  component: lazyRouteComponent(worded(() => import('./pages/reports')), 'Reports'),
})

const reportRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/reports/$reportId',
  component: lazyRouteComponent(worded(() => import('./pages/reports')), 'OneReport'),
})

const importRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/import',
  component: lazyRouteComponent(worded(() => import('./pages/import')), 'Import'),
})

const askRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/ask',
  validateSearch: (search: Record<string, unknown>): AskSearch => pickText(search, ['q']),
  component: lazyRouteComponent(worded(() => import('./pages/ask')), 'Ask'),
})

const glossaryRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/glossary',
  component: lazyRouteComponent(worded(() => import('./pages/glossary')), 'Glossary'),
})

const settingsRoute = createRoute({
  getParentRoute: () => shellRoute,
  path: '/settings',
  validateSearch: (search: Record<string, unknown>): PartSearch => pickText(search, ['part']),
  component: lazyRouteComponent(worded(() => import('./pages/settings')), 'Settings'),
})

export const router = createRouter({
  routeTree: rootRoute.addChildren([
    signInRoute,
    signUpRoute,
  forgotRoute,
  confirmRoute,
  resetRoute,
    joinRoute,
    shellRoute.addChildren([
      overviewRoute,
      startRoute,
      transactionsRoute,
      reviewRoute,
      accountsRoute,
      netWorthRoute,
      cashFlowRoute,
      accountRoute,
      planRoute,
      budgetsRoute,
      recurringRoute,
      forecastRoute,
      whatIfRoute,
      goalsRoute,
      debtsRoute,
      adviceRoute,
      insightsRoute,
      healthRoute,
      changesRoute,
      scoresRoute,
      reportsRoute,
      reportRoute,
      importRoute,
      askRoute,
      glossaryRoute,
      settingsRoute,
    ]),
  ]),
  parseSearch: readSearch,
  stringifySearch: writeSearch,
  defaultPreload: 'intent',
  defaultErrorComponent: BrokenPage,
  scrollRestoration: true,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
