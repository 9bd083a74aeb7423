import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { type ReactNode, useState } from 'react'
import { seriesQuery } from '@/api/findings'
import { categoriesQuery, debtsQuery } from '@/api/queries'
import type { Scenario, ScenarioChange, ScenarioTrial, Trial } from '@/api/types'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { signOf, negate } from '@/lib/money'
import { scenariosQuery, trialQuery, useScenarioDeeds } from '../api/scenarios'
import { changeWords, idsOf, monthsOf, MOST_COMPARED, readChanges, saidOf, writeChanges, type Names } from '../lib/changes'
import { ChangeForm } from './change-form'
import { SideBySide } from './side-by-side'
import classes from './what-if.module.css'

/** The page's state, all of it in the URL. */
export interface WhatIfState {
  /** Changes that are not saved, as JSON. */
  try?: string | undefined
  /** Ids of the saved scenarios that are compared. */
  with?: string | undefined
  months?: string | undefined
  as?: string | undefined
}

interface WhatIfPageProps {
  state: WhatIfState
  onState: (part: WhatIfState) => void
}

/** What would become of the forecast if something were different. */
export function WhatIfPage({ state, onState }: WhatIfPageProps) {
  const changes = readChanges(state.try)
  const ids = idsOf(state.with)
  const months = monthsOf(state.months)
  const saved = useQuery(scenariosQuery)
  const shown = saved.data ? ids.filter((id) => saved.data.some((one) => one.id === id)) : ids
  const trial = useQuery({ ...trialQuery(Number(months), shown, changes), enabled: !saved.isPending })
  const names = useNames()
  if (trial.isPending) return <RowSkeletons rows={6} height={64} />
  const { data, isError, error, refetch } = trial
  const say = (next: readonly ScenarioChange[]): void => onState({ try: writeChanges(next) })
  if (isError && !data) {
    return (
      <>
        <ErrorNote what={t`This could not be tried`} error={error} onRetry={() => void refetch()} />
        {changes.length > 0 ? <Button onClick={() => say([])}><Trans>Begin again without changes</Trans></Button> : null}
      </>
    )
  }
  if (!data.baseline) return <NothingYet trial={data} />
  const nameOf = ({ name }: ScenarioTrial): string => name || t`Your changes`
  return (
    <div className={classes['page']}>
      <Headline trial={data} nameOf={nameOf} months={months} />
      {isError ? <ErrorNote what={t`Your last change could not be tried`} error={error} onRetry={() => void refetch()} /> : null}
      <SideBySide
        trial={data}
        baseline={data.baseline}
        months={months}
        isTable={state.as === 'table'}
        nameOf={nameOf}
        onMonths={(value) => onState({ months: value === '12' ? undefined : value })}
        onTable={(isTable) => onState({ as: isTable ? 'table' : undefined })}
      />
      <div className={classes['build']}>
        <Build trial={data} changes={changes} names={names} onChanges={say} onSaved={(id) => onState({ try: undefined, with: [...shown, id].slice(-MOST_COMPARED).join(',') })} />
        <Saved
          saved={saved.data ?? []}
          shown={shown}
          names={names}
          onShown={(next) => onState({ with: next.length > 0 ? next.join(',') : undefined })}
          onEdit={(one) => say(one.changes.filter(({ is_lost: isLost }) => !isLost).map(saidOf))}
        />
      </div>
    </div>
  )
}

function useNames(): Names {
  const { data: series = [] } = useQuery(seriesQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: debts } = useQuery(debtsQuery)
  return {
    series: new Map(series.map(({ id, label }) => [id, label])),
    categories: new Map(categories.map(({ id, name }) => [id, name])),
    accounts: new Map((debts?.results ?? []).map(({ account, name }) => [account, name])),
  }
}

/** What the last of the scenarios comes down to, in a sentence. */
function Headline({ trial, nameOf, months }: { trial: Trial; nameOf: (one: ScenarioTrial) => string; months: string }) {
  const { currency, scenarios, baseline } = trial
  const last = scenarios.at(-1)
  const money = (amount: string) => <Money amount={amount} currency={currency} />
  if (!last) {
    return (
      <p className={classes['headline']}>
        <Expected months={months} amount={money(baseline?.ends.at(-1)?.mid ?? '0')} isChange={trial.is_change} />
      </p>
    )
  }
  const sign = signOf(last.difference)
  return (
    <p className={classes['headline']} aria-live="polite">
      <Tried
        name={nameOf(last)}
        months={months}
        amount={money(last.ends.at(-1)?.mid ?? '0')}
        difference={money(sign < 0 ? negate(last.difference) : last.difference)}
        sign={sign}
        isChange={trial.is_change}
      />
    </p>
  )
}

interface ExpectedProps {
  months: string
  amount: ReactNode
  /** No opening balance is known: the amount is what is added. */
  isChange: boolean
}

function Expected({ months, amount, isChange }: ExpectedProps) {
  return isChange ? (
    <Trans>In {months} months your accounts will have gained about {amount}. What if something were different?</Trans>
  ) : (
    <Trans>In {months} months your accounts will hold about {amount}. What if something were different?</Trans>
  )
}

interface TriedProps extends ExpectedProps {
  name: string
  difference: ReactNode
  /** Of the difference. */
  sign: number
}

function Tried({ name, months, amount, difference, sign, isChange }: TriedProps) {
  if (sign === 0)
    return isChange ? (
      <Trans>{name}: in {months} months you will have gained about {amount}, as is expected anyway.</Trans>
    ) : (
      <Trans>{name}: in {months} months about {amount}, as is expected anyway.</Trans>
    )
  if (sign < 0)
    return isChange ? (
      <Trans>{name}: in {months} months you will have gained about {amount}, {difference} less than expected.</Trans>
    ) : (
      <Trans>{name}: in {months} months about {amount}, {difference} less than expected.</Trans>
    )
  return isChange ? (
    <Trans>{name}: in {months} months you will have gained about {amount}, {difference} more than expected.</Trans>
  ) : (
    <Trans>{name}: in {months} months about {amount}, {difference} more than expected.</Trans>
  )
}

interface BuildProps {
  trial: Trial
  changes: readonly ScenarioChange[]
  names: Names
  onChanges: (changes: readonly ScenarioChange[]) => void
  onSaved: (id: number) => void
}

/** The changes being tried, each with what it does, and the form for one more. */
function Build({ trial, changes, names, onChanges, onSaved }: BuildProps) {
  const { data: series = [] } = useQuery(seriesQuery)
  const { data: debts } = useQuery(debtsQuery)
  const deeds = useScenarioDeeds()
  const [name, setName] = useState('')
  const { currency } = trial
  const tried = trial.scenarios.find(({ id }) => id === null)
  const owed = (debts?.results ?? []).filter((one) => one.terms !== null && one.currency === currency)
  const keep = (): void => deeds.keep({ id: null, name: name.trim(), changes: [...changes] }, ({ id }) => {
    setName('')
    onSaved(id)
  })
  return (
    <Section title={t`Your changes`}>
      {changes.length === 0 ? <p className={classes['quiet']}><Trans>Nothing is changed yet. Nothing you try here moves your money or your rows.</Trans></p> : null}
      <ul className={classes['list']}>
        {changes.map((change, index) => {
          const effect = tried?.effects[index]
          const words = changeWords(change, currency, names)
          return (
            <li key={index} className={classes['item']}>
              <span>
                {words}
                {effect ? (
                  <span className={classes['sub']}>
                    {effect.is_lost ? (
                      t`does nothing: it is no longer there, or nobody has said what it costs`
                    ) : (
                      <>
                        <Trans><Money amount={effect.at_end} currency={currency} sign="always" /> by the end</Trans>
                      </>
                    )}
                  </span>
                ) : null}
              </span>
              <Button size="compact-sm" variant="subtle" aria-label={t`Take away: ${words}`} onClick={() => onChanges(changes.filter((_, at) => at !== index))}>
                <Trans>Take away</Trans>
              </Button>
            </li>
          )
        })}
      </ul>
      <ChangeForm currency={currency} series={series.filter((one) => one.currency === currency)} debts={owed} onAdd={(change) => onChanges([...changes, change])} />
      {changes.length > 0 ? (
        <form
          className={classes['save']}
          aria-label={t`Save as a scenario`}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim()) keep()
          }}
        >
          <TextInput label={t`Save as`} placeholder={t`Without the gym`} maxLength={80} value={name} onChange={(event) => setName(event.currentTarget.value)} />
          <Button type="submit" disabled={name.trim() === ''} loading={deeds.isKeeping}>
            <Trans>Save the scenario</Trans>
          </Button>
        </form>
      ) : null}
    </Section>
  )
}

interface SavedProps {
  saved: readonly Scenario[]
  shown: readonly number[]
  names: Names
  onShown: (ids: number[]) => void
  onEdit: (scenario: Scenario) => void
}

function Saved({ saved, shown, names, onShown, onEdit }: SavedProps) {
  const deeds = useScenarioDeeds()
  return (
    <Section title={t`Saved scenarios`}>
      {saved.length === 0 ? <p className={classes['quiet']}><Trans>None yet. Saved ones can be compared, three at a time, and travel with an export.</Trans></p> : null}
      <ul className={classes['list']}>
        {saved.map((one) => {
          const isShown = shown.includes(one.id)
          const lost = one.changes.filter(({ is_lost: isLost }) => isLost).length
          const words = one.changes.map((change) => (change.is_lost ? t`something that is gone` : changeWords(saidOf(change), one.currency, names)))
          return (
            <li key={one.id} className={classes['item']}>
              <Checkbox
                label={one.name}
                description={words.join('; ') || t`No change`}
                checked={isShown}
                disabled={!isShown && shown.length >= MOST_COMPARED}
                onChange={() => onShown(isShown ? shown.filter((id) => id !== one.id) : [...shown, one.id])}
                error={lost > 0 ? t`${plural(lost, { one: '# change', other: '# changes' })} without effect` : undefined}
              />
              <span className={classes['tools']}>
                <Button size="compact-sm" variant="subtle" aria-label={t`Begin from ${one.name}`} onClick={() => onEdit(one)}>
                  <Trans>Begin from</Trans>
                </Button>
                <Button size="compact-sm" variant="subtle" aria-label={t`Throw away ${one.name}`} onClick={() => deeds.remove(one)}>
                  <Trans>Throw away</Trans>
                </Button>
              </span>
            </li>
          )
        })}
      </ul>
    </Section>
  )
}

function NothingYet({ trial: { reason } }: { trial: Trial }) {
  return (
    <EmptyNote
      title={t`Nothing to try it on yet`}
      action={
        <Button component={Link} to="/import">
          <Trans>Import a statement</Trans>
        </Button>
      }
    >
      <Trans>{reason} What-if changes a forecast, and a forecast needs rows.</Trans>
    </EmptyNote>
  )
}
