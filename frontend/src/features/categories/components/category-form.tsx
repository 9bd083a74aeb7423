import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Autocomplete, Button, Checkbox, Group, Modal, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Category, CategoryKind } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { useLast } from '@/lib/use-last'
import { categoriesChanged, createCategory, deleteCategory, saveCategory } from '../api/categories'
import { withBelow } from '../lib/tree'

const KINDS: { value: CategoryKind; label: string }[] = [
  { value: 'expense', label: t`Spending` },
  { value: 'income', label: t`Income` },
  { value: 'transfer', label: t`Transfer` },
]

interface CategoryFormProps {
  edited: Category | 'new' | null
  categories: readonly Category[]
  onClose: () => void
}

export function CategoryForm({ edited, categories, onClose }: CategoryFormProps) {
  const shown = useLast(edited)
  return (
    <Modal
      opened={edited !== null}
      onClose={onClose}
      title={shown === 'new' ? t`Add a category` : t`Rename or move`}
      closeButtonProps={{ 'aria-label': t`Close` }}
    >
      {edited !== null ? <Form category={edited === 'new' ? null : edited} categories={categories} onClose={onClose} /> : null}
    </Modal>
  )
}

interface Draft {
  name: string
  group: string
  kind: CategoryKind
  parent: string | null
  is_essential: boolean
}

function draftOf(category: Category | null): Draft {
  if (!category) return { name: '', group: '', kind: 'expense', parent: null, is_essential: false }
  const { name, group, kind, parent, is_essential } = category
  return { name, group, kind, parent: parent === null ? null : String(parent), is_essential }
}

function bodyOf({ parent, name, group, ...rest }: Draft) {
  return { ...rest, name: name.trim(), group: group.trim(), parent: parent === null ? null : Number(parent) }
}

function Form({ category, categories, onClose }: { category: Category | null; categories: readonly Category[]; onClose: () => void }) {
  const client = useQueryClient()
  const form = useForm<Draft>({
    initialValues: draftOf(category),
    validate: { name: (value) => (value.trim() ? null : t`Give it a name.`) },
  })
  const position = Math.max(-1, ...categories.map((one) => one.position)) + 1
  const takeBack = (saved: Category): void =>
    void (category ? saveCategory(category.id, bodyOf(draftOf(category))) : deleteCategory(saved.id, null)).then(
      () => categoriesChanged(client),
      (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }),
    )
  const save = useMutation({
    mutationFn: (draft: Draft) =>
      category ? saveCategory(category.id, bodyOf(draft)) : createCategory({ ...bodyOf(draft), position }),
    onSuccess: (saved) => {
      categoriesChanged(client)
      offerUndo(category ? t`${saved.name} was changed.` : t`${saved.name} was added.`, () => takeBack(saved))
      onClose()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const below = category ? withBelow(categories, category.id) : new Set<number>()
  const groups = [...new Set(categories.map(({ group }) => group).filter((group) => group !== ''))]
  return (
    <form onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Stack gap="sm">
        <TextInput label={t`Name`} data-autofocus maxLength={80} {...form.getInputProps('name')} />
        <Autocomplete label={t`Heading`} placeholder={t`Your own`} data={groups} maxLength={40} {...form.getInputProps('group')} />
        <Select
          label={t`Below`}
          placeholder={t`Nothing: it stands directly under its heading`}
          searchable
          clearable
          data={categories.filter(({ id }) => !below.has(id)).map(({ id, name }) => ({ value: String(id), label: name }))}
          {...form.getInputProps('parent')}
        />
        <Select label={t`Kind`} allowDeselect={false} data={KINDS} {...form.getInputProps('kind')} />
        <Checkbox label={t`Counts as a need rather than a wish`} {...form.getInputProps('is_essential', { type: 'checkbox' })} />
        {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`Not saved`} error={save.error} /> : null}
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={onClose}>
            <Trans>Cancel</Trans>
          </Button>
          <Button type="submit" loading={save.isPending}>
            {category ? t`Save` : t`Add`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
