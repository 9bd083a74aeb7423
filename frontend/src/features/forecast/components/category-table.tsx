import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { SegmentedControl } from '@mantine/core'
import { useState } from 'react'
import type { CategoryMonths } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { Section } from '@/components/ui/section'
import { percentName } from '@/lib/fact-value'
import { formatMoney } from '@/lib/money'
import { shortMonth } from '@/lib/period'
import { monthTable } from '../lib/forecast'
import classes from './forecast.module.css'

const WIDTHS = ['3', '6', '12'] as const
type Width = (typeof WIDTHS)[number]

/** The months to come by category, each with its band unless it did no better than repeating the past. */
export function CategoryTable({ months, currency }: { months: readonly CategoryMonths[]; currency: string }) {
  const [width, setWidth] = useState<Width>('3')
  const { whole, lines, empty } = monthTable(months)
  const heads = (whole ?? lines[0])?.months.slice(0, Number(width)) ?? []
  if (heads.length === 0) return null
  return (
    <Section
      title={t`By category and month`}
      aside={
        <SegmentedControl size="xs" aria-label={t`How many months`} value={width} onChange={setWidth} data={WIDTHS.map((value) => ({ value, label: value }))} />
      }
    >
      <div className={classes['across']} tabIndex={0} role="region" aria-label={t`Forecast by category and month`}>
        <table className={classes['table']} data-wide>
          <thead>
            <tr>
              <th scope="col"><Trans>Category</Trans></th>
              {heads.map(({ month }) => (
                <th key={month} scope="col">
                  {shortMonth(month)} {month.slice(0, 4)}
                </th>
              ))}
              <th scope="col"><Trans>On your past</Trans></th>
            </tr>
          </thead>
          <tbody>
            {whole ? <Line line={whole} width={Number(width)} currency={currency} /> : null}
            {lines.map((line) => (
              <Line key={line.category} line={line} width={Number(width)} currency={currency} />
            ))}
          </tbody>
        </table>
      </div>
      {empty > 0 ? <p className={classes['quiet']}><Trans>In {plural(empty, { one: '# category', other: '# categories' })} nothing is expected.</Trans></p> : null}
    </Section>
  )
}

function Line({ line, width, currency }: { line: CategoryMonths; width: number; currency: string }) {
  const { category, category_name: name, months, backtest } = line
  const isTrusted = backtest.beats_naive === true
  return (
    <tr data-sum={category === null || undefined}>
      <th scope="row">{category === null ? t`All together` : <CategoryMark category={category} name={name} source="user" />}</th>
      {months.slice(0, width).map(({ month, low, mid, high }) => (
        <td key={month}>
          {formatMoney(mid, currency, { whole: true })}
          {isTrusted && low !== null && high !== null ? <Between low={low} high={high} currency={currency} /> : null}
        </td>
      ))}
      <td className={classes['record']}>{record(line)}</td>
    </tr>
  )
}

/** Nothing where both ends read alike. */
function Between({ low, high, currency }: { low: string; high: string; currency: string }) {
  const [from, to] = [formatMoney(low, currency, { whole: true }), formatMoney(high, currency, { whole: true })]
  return from === to ? null : <span className={classes['sub']}>{t`${from} to ${to}`}</span>
}

function record({ backtest: { n, coverage, beats_naive: beats } }: CategoryMonths): string {
  if (n === 0 || beats === null) return t`not tried yet`
  if (!beats) return t`no closer than repeating it`
  if (coverage === null) return t`closer than repeating it`
  const percent = percentName(Math.round(coverage * 100))
  return t`band held ${percent}`
}
