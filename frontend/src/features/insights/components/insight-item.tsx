import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Collapse } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId } from 'react'
import type { Insight } from '@/api/types'
import { FactList, LinkedText } from '@/components/ui/facts'
import { Money } from '@/components/ui/money'
import { dayName } from '@/lib/period'
import type { InsightAnswer } from '../api/insights'
import { KINDS } from '../lib/insight-words'
import { SideBySide } from './side-by-side'
import classes from './insights.module.css'

interface InsightItemProps {
  insight: Insight
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
  onAnswer: (answer: InsightAnswer) => void
}

/** One thing that was noticed: what, how much, and the rows side by side on request. */
export function InsightItem({ insight, isOpen, onOpen, onAnswer }: InsightItemProps) {
  const { title, text, facts, kind, day, amount, currency } = insight
  const [name, panel] = [useId(), useId()]
  return (
    <article className={classes['item']} aria-labelledby={name}>
      <div className={classes['words']}>
        <span className={classes['kind']}>
          {KINDS[kind].name} · {dayName(day, 'medium')}
        </span>
        <h2 id={name} className={classes['title']}>
          {title}
        </h2>
        <p className={classes['text']}>
          <LinkedText text={text} facts={facts} />
        </p>
      </div>
      <span className={classes['amount']}>
        <Money amount={amount} currency={currency} sign="always" weighIncoming />
      </span>
      <div className={classes['deeds']}>
        <Button size="xs" variant="default" aria-label={t`This is fine: ${title}`} onClick={() => onAnswer('fine')}>
          <Trans>This is fine</Trans>
        </Button>
        <Button size="xs" variant="default" aria-label={t`Taken care of: ${title}`} onClick={() => onAnswer('dismiss')}>
          <Trans>Taken care of</Trans>
        </Button>
        <Button
          size="xs"
          variant="subtle"
          aria-expanded={isOpen}
          aria-controls={panel}
          aria-label={t`Compare the rows: ${title}`}
          rightSection={<IconChevronDown size={14} aria-hidden className={classes['chevron']} data-open={isOpen || undefined} />}
          onClick={() => onOpen(!isOpen)}
        >
          <Trans>Compare the rows</Trans>
        </Button>
      </div>
      <Collapse expanded={isOpen} id={panel} className={classes['panel'] ?? ''}>
        {isOpen ? (
          <>
            <SideBySide insight={insight} />
            <FactList facts={facts} />
          </>
        ) : null}
      </Collapse>
    </article>
  )
}
