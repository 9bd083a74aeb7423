import { t } from '@lingui/core/macro'
import { NumberInput, Select } from '@mantine/core'
import type { StatementImport } from '@/api/types'
import { understoodWords } from '../lib/reader-words'
import type { Reading } from '../api/use-reading'
import { valueOf, withValue, type PlainOverride } from '../lib/overrides'
import { READING_FIELDS } from '../lib/reading-fields'
import { understoodPairs } from '../lib/understood'
import classes from './reading-panel.module.css'

/** What the fields say already. */
const SHOWN = new Set([...READING_FIELDS.map(({ understood }) => understood), 'header'])

interface ReadingPanelProps {
  run: StatementImport
  reading: Reading
}

/** Everything that decides how a file is read. Each change reads it again at once. */
export function ReadingPanel({ run, reading }: ReadingPanelProps) {
  const { overrides } = reading.instructions
  const isTable = run.columns.length > 0
  const set = (code: PlainOverride, value: string, label: string): void =>
    reading.change({ overrides: withValue(overrides, code, value) }, label)
  return (
    <div className={classes['panel']}>
      {isTable ? (
        <div className={classes['fields']}>
          {READING_FIELDS.map(({ code, label, understood, options }) => {
            const value = valueOf(overrides, code)
            const found = value === '' ? understoodWords(run.understood[understood] ?? '') : undefined
            const known = options().some((option) => option.value === value)
            return (
              <Select
                key={code}
                size="sm"
                label={label}
                description={found}
                inputWrapperOrder={['label', 'input', 'description']}
                allowDeselect={false}
                searchable={options().length > 8}
                comboboxProps={{ shadow: 'md' }}
                data={[
                  { value: '', label: t`As found` },
                  ...options(),
                  ...(value !== '' && !known ? [{ value, label: value }] : []),
                ]}
                value={value}
                onChange={(chosen) => {
                  const named = options().find((option) => option.value === chosen)?.label ?? t`as found`
                  set(code, chosen ?? '', `${label}: ${named}.`)
                }}
              />
            )
          })}
          <HeaderLine
            key={valueOf(overrides, 'header_line')}
            value={valueOf(overrides, 'header_line')}
            found={understoodWords(run.understood['header'] ?? '')}
            onSet={(value) => set('header_line', value, value === '' ? t`Header line: as found.` : headerWords(value))}
          />
        </div>
      ) : null}
      <dl className={classes['pairs']}>
        {understoodPairs(run)
          .filter(({ key }) => !isTable || !SHOWN.has(key))
          .map(({ key, name, value }) => (
            <div key={key}>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </div>
          ))}
      </dl>
    </div>
  )
}

function headerWords(value: string): string {
  return value === '0' ? t`Header line: the table has none.` : t`Header line: line ${value}.`
}

interface HeaderLineProps {
  value: string
  found: string
  onSet: (value: string) => void
}

function HeaderLine({ value, found, onSet }: HeaderLineProps) {
  return (
    <NumberInput
      size="sm"
      label={t`Header line`}
      description={[found, t`0: the table has none`].filter(Boolean).join('. ')}
      inputWrapperOrder={['label', 'input', 'description']}
      placeholder={t`As found`}
      min={0}
      max={10_000}
      allowDecimal={false}
      hideControls
      defaultValue={value === '' ? '' : Number(value)}
      onBlur={(event) => {
        const typed = event.currentTarget.value.trim()
        if (typed !== value) onSet(typed)
      }}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
      }}
    />
  )
}
