import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import type { ScoreFigure, ScoreGroup } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { locale } from '@/lib/language'
import { scoresQuery } from '../api/scores'
import { countWords, scoreText, targetText, verdictOf, VERDICTS } from '../lib/score-words'
import { ScoreBar } from './score-bar'
import classes from './scores.module.css'

/** How often the engines are right, each figure beside its target, its interval and what simpler rules reach. */
export function ScoresPage() {
  const scores = useQuery(scoresQuery)
  if (scores.isPending) return <RowSkeletons rows={8} height={64} />
  if (scores.isError)
    return <ErrorNote what={t`The figures could not be loaded`} error={scores.error} onRetry={() => void scores.refetch()} />
  const { is_measured: isMeasured, groups } = scores.data
  if (!isMeasured)
    return (
      <EmptyNote title={t`Nothing has been measured in this version yet`}>
        <Trans>Whoever runs this server can do so: <code>python -m benchmarks.scores --write</code></Trans>
      </EmptyNote>
    )
  return (
    <div className={classes['page']}>
      <div>
        <p className={classes['lead']}>
          {countWords(scores.data)}
        </p>
        <Text c="dimmed" maw={640}>
          <Trans>Measured on households whose truth is known, never on yours. The bar is our figure,
          the thin line its 95% interval, the mark its target, the ticks what simpler rules reach on the same data.</Trans>
        </Text>
      </div>
      {groups.map((group) => (
        <Group key={group.key} group={group} />
      ))}
    </div>
  )
}

function Group({ group: { name, met, missed, figures } }: { group: ScoreGroup }) {
  return (
    <Section title={name} aside={met + missed > 0 ? <span className={classes['quiet']}>{t`${met} of ${met + missed} met`}</span> : null}>
      <ul className={classes['figures']}>
        {figures.map((figure) => (
          <Figure key={figure.key} figure={figure} />
        ))}
      </ul>
    </Section>
  )
}

function Figure({ figure }: { figure: ScoreFigure }) {
  const { name, value, unit, n, counted, low, high, data, baselines, note } = figure
  const verdict = verdictOf(figure)
  const target = targetText(figure)
  const sample = [n > 0 ? `${new Intl.NumberFormat(locale()).format(n)} ${counted}` : '', data].filter(Boolean).join(', ')
  return (
    <li className={classes['figure']}>
      <div className={classes['what']}>
        <h3 className={classes['name']}>{name}</h3>
        <span className={classes['detail']}>
          {sample}
          {low !== null && high !== null ? t` · between ${scoreText(low, unit)} and ${scoreText(high, unit)}` : ''}
        </span>
        {baselines.length > 0 ? (
          <span className={classes['detail']}>{baselines.map((one) => `${one.name} ${scoreText(one.value, unit)}`).join(' · ')}</span>
        ) : null}
        {note ? <span className={classes['detail']}>{note}</span> : null}
      </div>
      <ScoreBar figure={figure} />
      <div className={classes['result']}>
        <strong className={classes['value']}>{value === null ? '–' : scoreText(value, unit)}</strong>
        <span className={classes['verdict']} data-verdict={verdict}>
          {VERDICTS[verdict]}
        </span>
        {target ? <span className={classes['detail']}>{target}</span> : null}
      </div>
    </li>
  )
}
