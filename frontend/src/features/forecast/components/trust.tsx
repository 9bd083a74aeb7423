import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Forecast } from '@/api/types'
import { FactFigure } from '@/components/ui/facts'
import { Note } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { since } from '@/lib/since'
import { closerWords, hasBand, hitWords } from '../lib/forecast'
import classes from './forecast.module.css'

/** How far to trust it: its record on your own past, and what it is made of. */
export function Trust({ forecast }: { forecast: Forecast }) {
  const { backtest, facts, as_of: seen, made_at: made } = forecast
  const hits = hitWords(forecast)
  const part = (name: string) => facts.find((one) => one.name === name)
  const [scheduled, everyday] = [part('scheduled'), part('everyday')]
  return (
    <Section title={t`How far to trust it`} about="hit-rate">
      <div className={classes['trust']}>
        {hasBand(forecast) ? (
          <Text size="sm">
            {hits} {closerWords(forecast) ?? backtest.says}
          </Text>
        ) : (
          <Note><Trans>{backtest.says} So we draw no band.</Trans></Note>
        )}
        {scheduled && everyday ? (
          <Text size="sm">
            <Trans>It rests on the payments it knows, <FactFigure fact={scheduled} /> the last time they came, and on everyday rows of{' '}
            <FactFigure fact={everyday} /> together.</Trans>
          </Text>
        ) : null}
        <Text size="sm" c="dimmed">
          <SeenWords seen={seen} made={made} />{' '}
          <Link to="/plan/recurring" search={{ view: 'calendar' }} className={classes['link']}>
            <Trans>The payments it knows</Trans>
          </Link>
        </Text>
      </div>
    </Section>
  )
}

function SeenWords({ seen, made }: { seen: string | null; made: string | null }) {
  const day = seen ? dayName(seen) : t`now`
  return made ? <Trans>Seen up to {day}, computed {since(made)}.</Trans> : <Trans>Seen up to {day}.</Trans>
}
