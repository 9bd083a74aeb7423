import { t } from '@lingui/core/macro'
import { Button, Collapse } from '@mantine/core'
import { useId, useState } from 'react'
import type { Advice } from '@/api/types'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { REASONS } from '../lib/advice-words'
import { OutcomeLine } from './under-way'
import classes from './advice.module.css'

const FIRST = 5

/** What was done, refused or ran out, and whether it helped. */
export function PastAdvice({ advice }: { advice: readonly Advice[] }) {
  const [isWhole, setWhole] = useState(false)
  const rest = useId()
  const row = (one: Advice) => (
    <li key={one.id} className={classes['pastRow']}>
      <div>
        <h3 className={classes['pastTitle']}>{one.title}</h3>
        <span className={classes['quiet']}>{endWords(one)}</span>
        {one.status === 'done' ? <OutcomeLine advice={one} /> : null}
      </div>
      <span className={classes['day']}>{one.ended_at ? dayName(one.ended_at.slice(0, 10), 'medium') : ''}</span>
    </li>
  )
  return (
    <Section title={t`Earlier`}>
      <ul className={classes['past']}>{advice.slice(0, FIRST).map(row)}</ul>
      {advice.length > FIRST ? (
        <>
          <Collapse expanded={isWhole} id={rest}>
            <ul className={classes['past']}>{advice.slice(FIRST).map(row)}</ul>
          </Collapse>
          <Button mt="xs" size="compact-sm" variant="subtle" aria-expanded={isWhole} aria-controls={rest} onClick={() => setWhole(!isWhole)}>
            {isWhole ? t`Show fewer` : t`Show all ${advice.length}`}
          </Button>
        </>
      ) : null}
    </Section>
  )
}

function endWords({ status, reason }: Advice): string {
  if (status === 'done') return t`Done.`
  if (status === 'dismissed') return reason ? REASONS[reason].told : t`You said no.`
  return t`It no longer applies.`
}
