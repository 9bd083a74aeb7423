import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Group, Select, Text, TextInput } from '@mantine/core'
import { IconPlus, IconX } from '@tabler/icons-react'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Category, SplitRequest, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { categoryOptions } from '@/lib/category-options'
import { signOf } from '@/lib/money'
import { moneyChanged, patchTransaction, showChanged } from '../api/transactions'
import { fillLast, sizeOf, splitState, toSplits, type Share } from '../lib/splits'
import classes from './split-editor.module.css'

interface SplitEditorProps {
  txn: Transaction
  categories: readonly Category[]
  onDone: () => void
}

function startingShares(txn: Transaction): Share[] {
  if (txn.splits.length > 0)
    return txn.splits.map(({ id, amount, category, note }) => ({ key: `known-${id}`, typed: sizeOf(amount), category, note }))
  return [
    { key: 'first', typed: '', category: txn.category, note: '' },
    { key: 'second', typed: '', category: null, note: '' },
  ]
}

/** Shares of one transaction. They have to add up to it exactly; what is left runs along while typing. */
export function SplitEditor({ txn, categories, onDone }: SplitEditorProps) {
  const [shares, setShares] = useState(() => startingShares(txn))
  const [opening] = useState(shares)
  useUnsaved(JSON.stringify(shares) !== JSON.stringify(opening))
  const client = useQueryClient()
  const save = useMutation({
    mutationFn: (splits: SplitRequest[]) => patchTransaction(txn.id, { splits }),
    onSuccess: (saved) => {
      showChanged(client, txn.id, () => saved)
      moneyChanged(client)
      onDone()
    },
  })
  const { remainder, canSave } = splitState(txn.amount, txn.currency, shares)
  const change = (key: string, part: Partial<Share>): void =>
    setShares((known) => known.map((share) => (share.key === key ? { ...share, ...part } : share)))
  return (
    <form
      className={classes['editor']}
      aria-label={t`Split`}
      onSubmit={(event) => {
        event.preventDefault()
        if (canSave) save.mutate(toSplits(txn.amount, txn.currency, shares))
      }}
    >
      {shares.map((share, index) => (
        <ShareRow
          key={share.key}
          share={share}
          number={index + 1}
          categories={categories}
          onChange={(part) => change(share.key, part)}
          onRemove={shares.length > 2 ? () => setShares(shares.filter(({ key }) => key !== share.key)) : null}
        />
      ))}
      <Group justify="space-between">
        <Button
          variant="subtle"
          size="compact-sm"
          leftSection={<IconPlus size={14} />}
          onClick={() => setShares([...shares, { key: `share-${shares.length}-${shares.at(-1)?.key ?? ''}`, typed: '', category: null, note: '' }])}
        >
          <Trans>Another share</Trans>
        </Button>
        <Remainder
          remainder={remainder}
          canSave={canSave}
          currency={txn.currency}
          onFill={() => setShares(fillLast(txn.amount, txn.currency, shares))}
        />
      </Group>
      {save.error ? <ErrorNote what={t`The split was not saved`} error={save.error} /> : null}
      <Group gap="xs">
        <Button type="submit" size="xs" disabled={!canSave} loading={save.isPending}>
          <Trans>Save the split</Trans>
        </Button>
        <Button variant="default" size="xs" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
        {txn.splits.length > 0 ? (
          <Button variant="subtle" size="xs" loading={save.isPending} onClick={() => save.mutate([])}>
            <Trans>Make it whole again</Trans>
          </Button>
        ) : null}
      </Group>
    </form>
  )
}

interface ShareRowProps {
  share: Share
  number: number
  categories: readonly Category[]
  onChange: (part: Partial<Share>) => void
  onRemove: (() => void) | null
}

function ShareRow({ share, number, categories, onChange, onRemove }: ShareRowProps) {
  return (
    <div className={classes['row']}>
      <TextInput
        size="xs"
        inputMode="decimal"
        aria-label={t`Amount of share ${number}`}
        value={share.typed}
        onChange={(event) => onChange({ typed: event.target.value })}
      />
      <Select
        size="xs"
        aria-label={t`Category of share ${number}`}
        placeholder={t`Category`}
        searchable
        data={categoryOptions(categories)}
        value={share.category === null ? null : String(share.category)}
        onChange={(value) => onChange({ category: value === null ? null : Number(value) })}
      />
      <TextInput
        size="xs"
        aria-label={t`Note of share ${number}`}
        placeholder={t`Note`}
        value={share.note}
        onChange={(event) => onChange({ note: event.target.value })}
      />
      {onRemove ? (
        <ActionIcon variant="subtle" color="gray" aria-label={t`Remove share ${number}`} onClick={onRemove}>
          <IconX size={14} />
        </ActionIcon>
      ) : null}
    </div>
  )
}

interface RemainderProps {
  remainder: string | null
  canSave: boolean
  currency: string
  onFill: () => void
}

function Remainder({ remainder, canSave, currency, onFill }: RemainderProps) {
  if (remainder !== null && signOf(remainder) === 0)
    return (
      <Text size="sm" role="status">
        {canSave ? t`Adds up` : t`Every share needs an amount`}
      </Text>
    )
  return (
    <Group gap="xs">
      <Text size="sm" c="var(--sw-warn)" role="status">
        {remainder === null ? t`A share is not an amount yet` : <RemainderWords remainder={remainder} currency={currency} />}
      </Text>
      <Button size="compact-xs" variant="default" onClick={onFill}>
        <Trans>Put the rest into the last</Trans>
      </Button>
    </Group>
  )
}

function RemainderWords({ remainder, currency }: { remainder: string; currency: string }) {
  const size = <Money amount={remainder} currency={currency} sign="never" />
  return signOf(remainder) > 0 ? <><Trans>{size} left</Trans></> : <><Trans>{size} too much</Trans></>
}
