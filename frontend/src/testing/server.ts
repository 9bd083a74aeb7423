/** A server that answers with the fixtures. A test that needs another answer adds a handler of its own. */

import { http, HttpResponse } from 'msw'
import { setupServer } from 'msw/node'
import accounts from './fixtures/accounts.json'
import advice from './fixtures/advice.json'
import cashFlow from './fixtures/cash-flow.json'
import categories from './fixtures/categories.json'
import debtsPlan from './fixtures/debts-plan.json'
import debts from './fixtures/debts.json'
import drivers from './fixtures/drivers.json'
import factEvidence from './fixtures/fact-evidence.json'
import forecast from './fixtures/forecast.json'
import goals from './fixtures/goals.json'
import healthScore from './fixtures/health-score.json'
import imports from './fixtures/imports.json'
import insights from './fixtures/insights.json'
import jobs from './fixtures/jobs.json'
import me from './fixtures/me.json'
import netWorth from './fixtures/net-worth.json'
import bills from './fixtures/bills.json'
import billsOverview from './fixtures/bills-overview.json'
import reportSchedule from './fixtures/report-schedule.json'
import reports from './fixtures/reports.json'
import rules from './fixtures/rules.json'
import scenarioTrial from './fixtures/scenario-trial.json'
import scenarios from './fixtures/scenarios.json'
import scores from './fixtures/scores.json'
import summary from './fixtures/summary.json'
import transactions from './fixtures/transactions.json'

const LISTS = {
  '/api/auth/me/': me,
  '/api/accounts/': accounts,
  '/api/advice/': advice,
  '/api/cash-flow/': cashFlow,
  '/api/categories/': categories,
  '/api/debts/': debts,
  '/api/debts/plan/': debtsPlan,
  '/api/drivers/': drivers,
  '/api/forecast/': forecast,
  '/api/goals/': goals,
  '/api/health-score/': healthScore,
  '/api/imports/': imports,
  '/api/insights/': insights,
  '/api/jobs/': jobs,
  '/api/net-worth/': netWorth,
  '/api/bills/': bills,
  '/api/bills/overview/': billsOverview,
  '/api/reports/': reports,
  '/api/reports/schedule/': reportSchedule,
  '/api/rules/': rules,
  '/api/scenarios/': scenarios,
  '/api/scores/': scores,
  '/api/summary/': summary,
}

const EMPTY = { next: null, previous: null, results: [] }

/** The list filter of the real server, as far as the tests ask for it. */
function filtered(address: string) {
  const { searchParams: query } = new URL(address)
  const [start, end, category] = [query.get('start') ?? '', query.get('end') ?? '9999', query.get('category')]
  const results = transactions.results.filter(
    (txn) =>
      txn.booking_date >= start &&
      txn.booking_date <= end &&
      (category === null || (category === 'none' ? txn.category === null : String(txn.category) === category)),
  )
  return { ...transactions, results }
}

export const server = setupServer(
  ...Object.entries(LISTS).map(([path, body]) => http.get(path, () => HttpResponse.json(body))),
  http.get('/api/households/', () => HttpResponse.json([])),
  http.get('/api/duplicate-reviews/', () => HttpResponse.json(EMPTY)),
  http.get('/api/advice/totals/', () => HttpResponse.json({ results: [] })),
  http.post('/api/scenarios/evaluate/', () => HttpResponse.json(scenarioTrial)),
  http.get('/api/suggestions/', () => HttpResponse.json(EMPTY)),
  http.get('/api/import-profiles/', () => HttpResponse.json(EMPTY)),
  http.get('/api/transactions/', ({ request }) => HttpResponse.json(filtered(request.url))),
  http.get('/api/facts/:id/evidence/', () => HttpResponse.json(factEvidence)),
)
