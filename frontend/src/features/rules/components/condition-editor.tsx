import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Select, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { accountsQuery, categoriesQuery, tagsQuery } from '@/api/queries'
import { categoryOptions } from '@/lib/category-options'
import { formatFact } from '@/lib/fact-value'
import { newGroup, newQuery, newTest, replaced, type Condition, type Group, type Mode, type Test } from '../lib/condition'
import { FIELDS, fieldOf, operatorsFor } from '../lib/fields'
import classes from './rules.module.css'

const MODES: { value: Mode; label: string }[] = [
  { value: 'all', label: t`All of these` },
  { value: 'any', label: t`Any of these` },
  { value: 'none', label: t`None of these` },
  { value: 'notall', label: t`Not all of these` },
]

interface GroupEditorProps {
  group: Group
  isRoot?: boolean
  onChange: (group: Group | null) => void
}

export function GroupEditor({ group, isRoot = false, onChange }: GroupEditorProps) {
  const change = (key: string, next: Condition | null): void => onChange(replaced(group, key, () => next))
  const add = (one: Condition): void => onChange({ ...group, items: [...group.items, one] })
  return (
    <div className={classes['group']} data-root={isRoot || undefined} role="group" aria-label={isRoot ? t`Conditions` : t`Group of conditions`}>
      <div className={classes['line']}>
        <Select
          aria-label={t`How the conditions count`}
          data={MODES}
          value={group.mode}
          allowDeselect={false}
          w={180}
          onChange={(mode) => onChange({ ...group, mode: mode ?? 'all' })}
        />
        {isRoot ? null : <RemoveButton name={t`Remove this group`} onClick={() => onChange(null)} />}
      </div>
      {group.items.map((one) => (
        <OneEditor key={one.key} one={one} canRemove={group.items.length > 1 || !isRoot} onChange={(next) => change(one.key, next)} />
      ))}
      <div className={classes['adds']}>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newTest())}>
          <Trans>Add a condition</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newGroup([newTest(), newTest()], 'any'))}>
          <Trans>Add a group</Trans>
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newQuery())}>
          <Trans>Add a search</Trans>
        </Button>
      </div>
    </div>
  )
}

interface OneEditorProps {
  one: Condition
  canRemove: boolean
  onChange: (next: Condition | null) => void
}

function OneEditor({ one, canRemove, onChange }: OneEditorProps) {
  if (one.kind === 'group') return <GroupEditor group={one} onChange={onChange} />
  const remove = canRemove ? <RemoveButton name={t`Remove this condition`} onClick={() => onChange(null)} /> : null
  return (
    <div className={classes['line']}>
      {one.kind === 'test' ? <TestEditor test={one} onChange={onChange} /> : null}
      {one.kind === 'query' ? (
        <>
          <Select
            aria-label={t`Whether the search must find it`}
            w={150}
            allowDeselect={false}
            data={[
              { value: 'is', label: t`Found by` },
              { value: 'not', label: t`Not found by` },
            ]}
            value={one.isNot ? 'not' : 'is'}
            onChange={(value) => onChange({ ...one, isNot: value === 'not' })}
          />
          <TextInput
            className={classes['value']}
            aria-label={t`Search`}
            placeholder={t`payee:market amount>50 -tag:rome`}
            spellCheck={false}
            value={one.text}
            onChange={(event) => onChange({ ...one, text: event.target.value })}
          />
        </>
      ) : null}
      {one.kind === 'kept' ? (
        <Text size="sm" c="dimmed">
          <Trans>A condition that this page cannot show. It stays as it is: <code>{JSON.stringify(one.json)}</code></Trans>
        </Text>
      ) : null}
      {remove}
    </div>
  )
}

function RemoveButton({ name, onClick }: { name: string; onClick: () => void }) {
  return (
    <ActionIcon size={36} variant="subtle" color="gray" aria-label={name} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  )
}

function TestEditor({ test, onChange }: { test: Test; onChange: (next: Test) => void }) {
  return (
    <>
      <Select
        aria-label={t`What to look at`}
        w={180}
        allowDeselect={false}
        data={FIELDS.map(({ name, label }) => ({ value: name, label }))}
        value={test.field}
        onChange={(field) => {
          if (!field) return
          const isSame = fieldOf(field)?.kind === fieldOf(test.field)?.kind && fieldOf(field)?.kind !== 'pick' && fieldOf(field)?.kind !== 'word'
          onChange(isSame && field !== 'currency' ? { ...test, field } : { ...newTest(field), key: test.key })
        }}
      />
      <Select
        aria-label={t`How to compare`}
        w={170}
        allowDeselect={false}
        data={[...operatorsFor(test.field, test.op)]}
        value={test.op}
        onChange={(op) => onChange({ ...test, op: op ?? test.op })}
      />
      <ValueEditor test={test} onChange={onChange} />
    </>
  )
}

function ValueEditor({ test, onChange }: { test: Test; onChange: (next: Test) => void }) {
  const field = fieldOf(test.field)
  if (field?.kind === 'pick') return <PickValue test={test} onChange={onChange} />
  if (field?.kind === 'word')
    return (
      <Select
        className={classes['value']}
        aria-label={t`Value`}
        placeholder={t`Choose`}
        data={[...(field.words ?? [])]}
        value={test.value || null}
        onChange={(value) => onChange({ ...test, value: value ?? '' })}
      />
    )
  const type = field?.kind === 'day' ? 'date' : 'text'
  const mode = field?.kind === 'amount' ? ('decimal' as const) : undefined
  return (
    <>
      <TextInput
        className={classes['value']}
        aria-label={test.op === 'between' ? t`Lowest` : t`Value`}
        type={type}
        inputMode={mode}
        placeholder={field?.kind === 'amount' ? formatFact('50.00', 'count') : field?.name === 'currency' ? 'EUR' : type === 'text' ? t`city market` : undefined}
        maxLength={200}
        value={test.value}
        onChange={(event) => onChange({ ...test, value: event.target.value })}
      />
      {test.op === 'between' ? (
        <TextInput
          className={classes['value']}
          aria-label={t`Highest`}
          type={type}
          inputMode={mode}
          value={test.second}
          onChange={(event) => onChange({ ...test, second: event.target.value })}
        />
      ) : null}
    </>
  )
}

function PickValue({ test, onChange }: { test: Test; onChange: (next: Test) => void }) {
  const { data: accounts = [] } = useQuery(accountsQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: tags = [] } = useQuery(tagsQuery)
  const named = (rows: readonly { id: number; name: string }[]): { value: string; label: string }[] =>
    rows.map(({ id, name }) => ({ value: String(id), label: name }))
  const data = test.field === 'category' ? categoryOptions(categories) : named(test.field === 'account' ? accounts : tags)
  return (
    <Select
      className={classes['value']}
      aria-label={t`Value`}
      placeholder={t`Choose`}
      searchable
      data={data}
      value={test.value || null}
      nothingFoundMessage={t`Nothing has this name`}
      onChange={(value) => onChange({ ...test, value: value ?? '' })}
    />
  )
}
