import { ActionIcon, Button, Select, Text, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { accountsQuery, categoriesQuery, tagsQuery } from '@/api/queries'
import { categoryOptions } from '@/lib/category-options'
import { newGroup, newQuery, newTest, replaced, type Condition, type Group, type Mode, type Test } from '../lib/condition'
import { FIELDS, fieldOf, operatorsFor } from '../lib/fields'
import classes from './rules.module.css'

const MODES: { value: Mode; label: string }[] = [
  { value: 'all', label: 'All of these' },
  { value: 'any', label: 'Any of these' },
  { value: 'none', label: 'None of these' },
  { value: 'notall', label: 'Not all of these' },
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
    <div className={classes['group']} data-root={isRoot || undefined} role="group" aria-label={isRoot ? 'Conditions' : 'Group of conditions'}>
      <div className={classes['line']}>
        <Select
          aria-label="How the conditions count"
          data={MODES}
          value={group.mode}
          allowDeselect={false}
          w={180}
          onChange={(mode) => onChange({ ...group, mode: mode ?? 'all' })}
        />
        {isRoot ? null : <RemoveButton what="this group" onClick={() => onChange(null)} />}
      </div>
      {group.items.map((one) => (
        <OneEditor key={one.key} one={one} canRemove={group.items.length > 1 || !isRoot} onChange={(next) => change(one.key, next)} />
      ))}
      <div className={classes['adds']}>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newTest())}>
          Add a condition
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newGroup([newTest(), newTest()], 'any'))}>
          Add a group
        </Button>
        <Button size="compact-sm" variant="subtle" onClick={() => add(newQuery())}>
          Add a search
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
  const remove = canRemove ? <RemoveButton what="this condition" onClick={() => onChange(null)} /> : null
  return (
    <div className={classes['line']}>
      {one.kind === 'test' ? <TestEditor test={one} onChange={onChange} /> : null}
      {one.kind === 'query' ? (
        <>
          <Select
            aria-label="Whether the search must find it"
            w={150}
            allowDeselect={false}
            data={[
              { value: 'is', label: 'Found by' },
              { value: 'not', label: 'Not found by' },
            ]}
            value={one.isNot ? 'not' : 'is'}
            onChange={(value) => onChange({ ...one, isNot: value === 'not' })}
          />
          <TextInput
            className={classes['value']}
            aria-label="Search"
            placeholder="payee:market amount>50 -tag:rome"
            spellCheck={false}
            value={one.text}
            onChange={(event) => onChange({ ...one, text: event.target.value })}
          />
        </>
      ) : null}
      {one.kind === 'kept' ? (
        <Text size="sm" c="dimmed">
          A condition that this page cannot show. It stays as it is: <code>{JSON.stringify(one.json)}</code>
        </Text>
      ) : null}
      {remove}
    </div>
  )
}

function RemoveButton({ what, onClick }: { what: string; onClick: () => void }) {
  return (
    <ActionIcon size={36} variant="subtle" color="gray" aria-label={`Remove ${what}`} onClick={onClick}>
      <IconX size={16} />
    </ActionIcon>
  )
}

function TestEditor({ test, onChange }: { test: Test; onChange: (next: Test) => void }) {
  return (
    <>
      <Select
        aria-label="What to look at"
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
        aria-label="How to compare"
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
        aria-label="Value"
        placeholder="Choose"
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
        aria-label={test.op === 'between' ? 'Lowest' : 'Value'}
        type={type}
        inputMode={mode}
        placeholder={field?.kind === 'amount' ? '50.00' : field?.name === 'currency' ? 'EUR' : type === 'text' ? 'city market' : undefined}
        maxLength={200}
        value={test.value}
        onChange={(event) => onChange({ ...test, value: event.target.value })}
      />
      {test.op === 'between' ? (
        <TextInput
          className={classes['value']}
          aria-label="Highest"
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
      aria-label="Value"
      placeholder="Choose"
      searchable
      data={data}
      value={test.value || null}
      nothingFoundMessage="Nothing has this name"
      onChange={(value) => onChange({ ...test, value: value ?? '' })}
    />
  )
}
