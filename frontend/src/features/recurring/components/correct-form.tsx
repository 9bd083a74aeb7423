import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Collapse, Group, Select, TextInput } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useId, useState } from 'react'
import type { Cadence, Series, SeriesPatch, SeriesRole } from '@/api/types'
import { useUnsaved } from '@/components/ui/unsaved'
import { negate, parseTyped, signOf, typedAmount } from '@/lib/money'
import { CADENCES, ROLES } from '@/lib/series-words'
import { listed } from '@/lib/words'
import { useSeriesDeeds } from '../api/series'
import classes from './recurring.module.css'

const NAMES: Readonly<Record<string, string>> = { label: t`name`, amount: t`amount`, cadence: t`rhythm`, role: t`kind`, next_date: t`next day` }

interface Typed {
  label: string
  amount: string
  cadence: Cadence
  role: SeriesRole
  next_date: string
  cancelled_on: string
  unused_on: string
  ends_on: string
}

function startOf(series: Series): Typed {
  const { label, amount, cadence, role } = series
  return { label, amount: typedAmount(signOf(amount) < 0 ? negate(amount) : amount), cadence, role, next_date: series.next_date ?? '', cancelled_on: series.cancelled_on ?? '', unused_on: series.unused_on ?? '', ends_on: series.ends_on ?? '' }
}

/** Only what was changed; null for an amount that is none. */
function patchOf(series: Series, typed: Typed): SeriesPatch | null {
  const start = startOf(series)
  const size = parseTyped(typed.amount, series.currency)
  if (size === null || typed.label.trim() === '') return null
  const patch: SeriesPatch = {}
  if (typed.label.trim() !== start.label) patch.label = typed.label.trim()
  if (typed.amount !== start.amount) patch.amount = signOf(series.amount) < 0 && signOf(size) > 0 ? negate(size) : size
  if (typed.cadence !== start.cadence) patch.cadence = typed.cadence
  if (typed.role !== start.role) patch.role = typed.role
  if (typed.next_date !== start.next_date) patch.next_date = typed.next_date || null
  if (typed.cancelled_on !== start.cancelled_on) patch.cancelled_on = typed.cancelled_on || null
  if (typed.ends_on !== start.ends_on) patch.ends_on = typed.ends_on || null
  if (typed.unused_on !== start.unused_on) patch.unused_on = typed.unused_on || null
  return patch
}

const CADENCE_OPTIONS = Object.entries(CADENCES).map(([value, label]) => ({ value, label }))
const ROLE_OPTIONS = Object.entries(ROLES).map(([value, { one }]) => ({ value, label: one }))

/** Your own word about a series; it stays through all later runs. */
export function CorrectForm({ series }: { series: Series }) {
  const [isOpen, setOpen] = useState(false)
  // Only what was typed is kept, so that what a run finds meanwhile neither takes it away nor hides behind it.
  const [own, setOwn] = useState<Partial<Typed>>({})
  const typed = { ...startOf(series), ...own }
  const [isSaving, setSaving] = useState(false)
  const { correct } = useSeriesDeeds()
  const panel = useId()
  const patch = patchOf(series, typed)
  const isChanged = patch === null || Object.keys(patch).length > 0
  useUnsaved(isOpen && isChanged)
  const change = (part: Partial<Typed>): void => setOwn((known) => ({ ...known, ...part }))
  const save = (): void => {
    if (!patch || Object.keys(patch).length === 0) return
    setSaving(true)
    void correct(series, patch, t`${series.label} is corrected.`)
      .then((isSaved) => (isSaved ? setOwn({}) : undefined))
      .finally(() => setSaving(false))
  }
  const reset = (): void =>
    void correct(series, Object.fromEntries(series.corrected.map((name) => [name, null])), t`${series.label} is as we found it.`)
  return (
    <div>
      <button type="button" className={classes['fold']} aria-expanded={isOpen} aria-controls={panel} onClick={() => setOpen(!isOpen)}>
        <IconChevronDown size={14} aria-hidden className={classes['chevron']} />
        <Trans>Correct it, or say that you cancelled it or do not use it</Trans>
      </button>
      {series.corrected.length > 0 ? (
        <p className={classes['corrected']}>
          <Trans>Your word: {listed(series.corrected.map((name) => NAMES[name] ?? name))}.</Trans>{' '}
          <Button size="compact-xs" variant="subtle" onClick={reset}>
            <Trans>Go back to what we found</Trans>
          </Button>
        </p>
      ) : null}
      <Collapse expanded={isOpen} id={panel}>
        <form
          className={classes['form']}
          onSubmit={(event) => {
            event.preventDefault()
            save()
          }}
        >
          <TextInput label={t`Name`} value={typed.label} error={typed.label.trim() === '' ? t`A name is needed.` : null} onChange={(event) => change({ label: event.target.value })} />
          <TextInput
            label={t`Next amount in ${series.currency}`}
            inputMode="decimal"
            value={typed.amount}
            error={parseTyped(typed.amount, series.currency) === null ? t`This is not an amount.` : null}
            onChange={(event) => change({ amount: event.target.value })}
          />
          <Select label={t`Rhythm`} allowDeselect={false} data={CADENCE_OPTIONS} value={typed.cadence} onChange={(value) => value && change({ cadence: value as Cadence })} />
          <Select label={t`Kind`} allowDeselect={false} data={ROLE_OPTIONS} value={typed.role} onChange={(value) => value && change({ role: value as SeriesRole })} />
          <TextInput type="date" label={t`Next day`} value={typed.next_date} onChange={(event) => change({ next_date: event.target.value })} />
          <TextInput
            type="date"
            label={t`Last due`}
            description={t`Nothing is expected after this day.`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={typed.ends_on}
            onChange={(event) => change({ ends_on: event.target.value })}
          />
          <TextInput
            type="date"
            label={t`Cancelled on`}
            description={t`A charge after this day is worth a word.`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={typed.cancelled_on}
            onChange={(event) => change({ cancelled_on: event.target.value })}
          />
          <TextInput
            type="date"
            label={t`Not used since`}
            description={t`Ending it then becomes advice.`}
            inputWrapperOrder={['label', 'input', 'description', 'error']}
            value={typed.unused_on}
            onChange={(event) => change({ unused_on: event.target.value })}
          />
          <Group gap="xs" className={classes['wide'] ?? ''}>
            <Button type="submit" size="sm" loading={isSaving} disabled={!isChanged || patch === null}>
              <Trans>Save</Trans>
            </Button>
            <Button size="sm" variant="subtle" disabled={!isChanged} onClick={() => setOwn({})}>
              <Trans>Reset</Trans>
            </Button>
          </Group>
        </form>
      </Collapse>
    </div>
  )
}
