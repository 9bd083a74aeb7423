import type { QueryClient } from '@tanstack/react-query'
import { adviceShownQuery, forecastQuery, insightsOpenQuery, seriesQuery } from '@/api/findings'
import { jobsQuery } from '@/api/jobs'
import { accountsQuery, categoriesQuery, householdsQuery, latestTransactionsQuery, meQuery, reportsQuery, summaryQuery } from '@/api/queries'
import { demoQuery } from '@/features/first-run/api/first-run'
import { monthOf, monthPeriod, parsePeriod, today, twelveMonthsTo } from '@/lib/period'

/** Whoever shows it asks for it too, and says there what went wrong. */
const unheard = (): void => undefined

/** What the frame around every page reads, asked for beside the page's own and not after it. */
export function askForShell(client: QueryClient): void {
  client.query(meQuery).catch(unheard)
  client.query(householdsQuery).catch(unheard)
  client.query(categoriesQuery).catch(unheard)
  client.query(householdsQuery).catch(unheard)
  client.query(jobsQuery).catch(unheard)
  client.query(demoQuery).catch(unheard)
}

/**
 * All that the overview reads, asked for at once while its program is still on the way. Where the address names no period,
 * this month is tried: it is the one nearly always, and asked for anew where the newest rows are older.
 */
export function askForOverview(client: QueryClient, named: string | undefined): void {
  const month = monthPeriod(monthOf(today()))
  const period = (named ? parsePeriod(named) : null) ?? month
  client.query(latestTransactionsQuery).catch(unheard)
  client.query(summaryQuery(period)).catch(unheard)
  client.query(forecastQuery()).catch(unheard)
  client.query(seriesQuery).catch(unheard)
  client.query(insightsOpenQuery).catch(unheard)
  client.query(adviceShownQuery).catch(unheard)
  client.query(summaryQuery(twelveMonthsTo(monthOf(period.end !== null && period.end < today() ? period.end : today())))).catch(unheard)
  client.query(accountsQuery).catch(unheard)
  client.query(reportsQuery).catch(unheard)
}
