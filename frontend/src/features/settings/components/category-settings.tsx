import { ActionIcon, Button, Checkbox, Group, Select, Table, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors, messageOf } from '@/api/errors'
import { categoriesQuery } from '@/api/queries'
import type { Category, CategoryKind } from '@/api/types'
import { say } from '@/components/ui/announce'
import { CategoryMark } from '@/components/ui/category-mark'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { createCategory, deleteCategory, saveCategory, type CategoryDraft } from '../api/settings'

const KINDS: { value: CategoryKind; label: string }[] = [
  { value: 'expense', label: 'Spending' },
  { value: 'income', label: 'Income' },
  { value: 'transfer', label: 'Transfer' },
]

function useCategoryAction<Input>(action: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: action,
    onSuccess: () => {
      for (const queryKey of [['categories'], ['transactions'], ['summary'], ['rules']]) void client.invalidateQueries({ queryKey })
    },
  })
}

export function CategorySettings() {
  const categories = useQuery(categoriesQuery)
  if (categories.isPending) return <RowSkeletons rows={10} />
  if (categories.isError)
    return (
      <ErrorNote what="The categories could not be loaded" error={categories.error} onRetry={() => void categories.refetch()} />
    )
  return (
    <>
      <AddCategory />
      <Table.ScrollContainer minWidth={520} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
        <Table verticalSpacing={4}>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Name</Table.Th>
              <Table.Th>Group</Table.Th>
              <Table.Th>Kind</Table.Th>
              <Table.Th>Counts as a need</Table.Th>
              <Table.Th w={50} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {categories.data.map((category) => (
              <CategoryRow key={category.id} category={category} />
            ))}
          </Table.Tbody>
        </Table>
      </Table.ScrollContainer>
    </>
  )
}

function CategoryRow({ category }: { category: Category }) {
  const save = useCategoryAction((part: Partial<CategoryDraft>) => saveCategory(category.id, part))
  const remove = useCategoryAction(() => deleteCategory(category.id))
  const refused = (error: Error): void => say({ title: 'Not changed', message: messageOf(error), isBad: true })
  return (
    <Table.Tr>
      <Table.Td>
        <CategoryMark category={category.id} name={category.name} source="user" />
      </Table.Td>
      <Table.Td>{category.group}</Table.Td>
      <Table.Td>{KINDS.find(({ value }) => value === category.kind)?.label}</Table.Td>
      <Table.Td>
        <Checkbox
          aria-label={`${category.name} counts as a need`}
          checked={category.is_essential}
          onChange={(event) => save.mutate({ is_essential: event.target.checked }, { onError: refused })}
        />
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete ${category.name}`}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onError: refused })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  )
}

function AddCategory() {
  const form = useForm<CategoryDraft>({
    initialValues: { name: '', kind: 'expense', group: '', is_essential: false },
    validate: { name: (value) => (value.trim() ? null : 'Give it a name.') },
  })
  const add = useCategoryAction(createCategory)
  return (
    <form
      onSubmit={form.onSubmit((draft) =>
        add.mutate(draft, { onSuccess: () => form.reset(), onError: (error) => form.setErrors(fieldErrors(error)) }),
      )}
    >
      <Title order={2} fz="md" mb="xs">
        Add a category
      </Title>
      <Group align="end" mb="lg" gap="xs">
        <TextInput label="Name" {...form.getInputProps('name')} />
        <TextInput label="Group" placeholder="Your own" {...form.getInputProps('group')} />
        <Select label="Kind" w={130} allowDeselect={false} data={KINDS} {...form.getInputProps('kind')} />
        <Button type="submit" loading={add.isPending}>
          Add
        </Button>
      </Group>
      {add.error && Object.keys(form.errors).length === 0 ? <ErrorNote what="Not added" error={add.error} /> : null}
    </form>
  )
}
