import { plural, t } from '@lingui/core/macro'
import { Figure } from '@/components/ui/figure'
import { Money } from '@/components/ui/money'
import type { Summary } from '@/api/types'
import type { SummaryMetric } from '@/lib/evidence-target'
import { periodName, type Period } from '@/lib/period'
import { sizeOf } from '../lib/headline'

interface SummaryFigureProps {
  metric: Exclude<SummaryMetric, 'balance'>
  amount: string
  summary: Pick<Summary, 'currency'>
  period: Period
  category?: { category: number | null; name: string; count: number }
  /** Without a sign, where the words around it say the direction. */
  isSize?: boolean
  large?: boolean
}

const FORMULAS: Record<SummaryFigureProps['metric'], string> = {
  income: t`Sum of all money that came in`,
  expense: t`Sum of all money that went out`,
  net: t`Money in less money out`,
}

/** A figure of the summary that opens the transactions it sums. */
export function SummaryFigure({ metric, amount, summary, period, category, isSize = false, large = false }: SummaryFigureProps) {
  return (
    <Figure
      target={{ kind: 'summary', metric, period: period.key, ...(category ? { category: category.category } : {}) }}
      hint={{
        formula: category ? `${FORMULAS[metric]}: ${category.name}` : FORMULAS[metric],
        period: periodName(period),
        rows: category ? plural(category.count, { one: '# transaction', other: '# transactions' }) : undefined,
      }}
    >
      <Money amount={isSize ? sizeOf(amount) : amount} currency={summary.currency} large={large} />
    </Figure>
  )
}
