import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Select, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Category, CategoryUsage } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { categoryOptions } from '@/lib/category-options'
import { useLast } from '@/lib/use-last'
import { listed } from '@/lib/words'
import { categoriesChanged, deleteCategory, mergeCategory, usageQuery } from '../api/categories'
import { usageParts } from '../lib/usage-words'

/** A category that goes: into another, or for good. */
export interface Going {
  category: Category
  how: 'merge' | 'delete'
}

interface GoneDialogProps {
  going: Going | null
  categories: readonly Category[]
  onClose: () => void
}

/** Says what moves, and where to, before a category goes. */
export function GoneDialog({ going, categories, onClose }: GoneDialogProps) {
  const shown = useLast(going)
  const name = shown?.category.name ?? ''
  return (
    <Modal
      opened={going !== null}
      onClose={onClose}
      title={shown?.how === 'merge' ? t`Merge ${name} into another` : t`Delete ${name}`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {going ? <Gone going={going} categories={categories} onClose={onClose} /> : null}
    </Modal>
  )
}

function Gone({ going: { category, how }, categories, onClose }: GoneDialogProps & { going: Going }) {
  const [target, setTarget] = useState<string | null>(null)
  const client = useQueryClient()
  const usage = useQuery(usageQuery(category.id))
  const into = target === null ? null : Number(target)
  const work = useMutation({
    mutationFn: async (): Promise<void> => {
      if (how === 'delete') await deleteCategory(category.id, into)
      else if (into !== null) await mergeCategory(category.id, into)
    },
    onSuccess: () => {
      categoriesChanged(client)
      say({ message: how === 'merge' ? t`${category.name} is now part of ${nameOf(target)}.` : t`${category.name} was deleted.` })
      onClose()
    },
  })
  const nameOf = (id: string | null): string => categories.find((one) => String(one.id) === id)?.name ?? ''
  if (usage.isPending) return <RowSkeletons rows={3} />
  if (usage.isError) return <ErrorNote what={t`This cannot be done now`} error={usage.error} onRetry={() => void usage.refetch()} />
  return (
    <>
      <Select
        label={how === 'merge' ? t`Merge into` : t`Move what it was used for to`}
        placeholder={how === 'merge' ? t`Choose a category` : t`Nothing: it becomes uncategorised`}
        searchable
        clearable={how === 'delete'}
        data-autofocus
        data={categoryOptions(categories.filter(({ id, is_archived: isArchived }) => id !== category.id && !isArchived))}
        value={target}
        onChange={setTarget}
      />
      <Text my="md" aria-live="polite">
        {what(usage.data, into === null ? null : nameOf(target))}
      </Text>
      <Text size="sm" c="dimmed">
        <Trans>{category.name} itself cannot be brought back. To keep it out of sight only, archive it.</Trans>
      </Text>
      {work.error ? <ErrorNote what={t`Nothing was changed`} error={work.error} /> : null}
      <Group mt="lg" justify="flex-end" gap="xs">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          color={how === 'delete' ? 'clay' : 'sea'}
          loading={work.isPending}
          disabled={how === 'merge' && target === null}
          onClick={() => work.mutate()}
        >
          {how === 'merge' ? t`Merge` : t`Delete`}
        </Button>
      </Group>
    </>
  )
}

function what(usage: CategoryUsage, into: string | null): string {
  const parts = usageParts({ ...usage, rules: 0, below: 0 })
  const below = usage.below > 0 ? usageParts({ ...usage, transactions: 0, shares: 0, rules: 0 })[0] : null
  const rules = usage.rules > 0 ? usageParts({ ...usage, transactions: 0, shares: 0, below: 0 })[0] : null
  const used = listed(parts)
  const told = [
    parts.length === 0 ? t`No transaction uses it.` : into ? t`${used} move to ${into}.` : t`${used} become uncategorised.`,
    rules ? (into ? t`${rules} will choose ${into} instead.` : t`${rules} will no longer set it; one that does nothing else goes too.`) : '',
    below ? into ? t`${below} will stand below ${into}.` : t`${below} move up.` : '',
  ]
  return told.filter((text) => text !== '').join(' ')
}
