import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, TextInput } from '@mantine/core'
import { useState } from 'react'
import type { Advice, Assumption } from '@/api/types'
import { useAssume } from '../api/assume'
import { assumptionLabel, shownAssumption, typedFrom, unitWords, valueFrom } from '../lib/assumptions'
import classes from './advice.module.css'

const SOURCES: Readonly<Record<string, string>> = { user: t`as you said`, default: t`our assumption`, found: t`from your rows` }

/** What was taken for granted and where it came from; what you know better you can change. */
export function Assumptions({ advice }: { advice: Advice }) {
  return (
    <ul className={classes['assumptions']} aria-label={t`Assumptions`}>
      {advice.assumptions.map((one) => (
        <li key={one.key} className={classes['assumption']}>
          <AssumptionLine advice={advice} assumption={one} />
        </li>
      ))}
    </ul>
  )
}

function AssumptionLine({ advice, assumption }: { advice: Advice; assumption: Assumption }) {
  const [isEditing, setEditing] = useState(false)
  const { key, value, unit, source, is_editable: isEditable } = assumption
  const label = assumptionLabel(key)
  if (isEditing) return <Edit advice={advice} assumption={assumption} onDone={() => setEditing(false)} />
  return (
    <>
      <span>
        {label}
        {value !== '' && SOURCES[source] ? <span className={classes['quiet']}> · {SOURCES[source]}</span> : null}
      </span>
      <span className={classes['value']}>
        {value === '' ? <span className={classes['quiet']}><Trans>not known</Trans></span> : shownAssumption(value, unit)}
        {isEditable ? (
          <Button size="compact-xs" variant="subtle" aria-label={value === '' ? t`Say it: ${label}` : t`Change: ${label}`} onClick={() => setEditing(true)}>
            {value === '' ? t`Say it` : t({ message: 'Change', context: 'a button' })}
          </Button>
        ) : null}
      </span>
    </>
  )
}

function Edit({ advice, assumption, onDone }: { advice: Advice; assumption: Assumption; onDone: () => void }) {
  const { key, value, unit } = assumption
  const [typed, setTyped] = useState(() => typedFrom(value, unit))
  const assume = useAssume()
  const said = valueFrom(typed, unit)
  return (
    <form
      className={classes['edit']}
      onSubmit={(event) => {
        event.preventDefault()
        if (said === null) return
        if (said === value) return onDone()
        assume.mutate({ advice, key, value: said, before: value }, { onSuccess: onDone })
      }}
    >
      <TextInput
        size="sm"
        autoFocus
        label={[assumptionLabel(key), unitWords(unit)].filter(Boolean).join(', ')}
        inputMode="decimal"
        value={typed}
        error={said === null && typed.trim() !== '' ? t`This is not a number.` : (assume.error?.message ?? null)}
        onChange={(event) => {
          assume.reset()
          setTyped(event.target.value)
        }}
        onKeyDown={(event) => {
          if (event.key === 'Escape') onDone()
        }}
      />
      <Button type="submit" size="sm" loading={assume.isPending} disabled={said === null}>
        <Trans>Save</Trans>
      </Button>
      <Button size="sm" variant="subtle" onClick={onDone}>
        <Trans>Leave it</Trans>
      </Button>
    </form>
  )
}
