import { ActionIcon, Button, Group, Select, Switch, Table, Text, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors, messageOf } from '@/api/errors'
import { categoriesQuery } from '@/api/queries'
import type { Category, Rule } from '@/api/types'
import { say } from '@/components/ui/announce'
import { CategoryMark } from '@/components/ui/category-mark'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { categoryOptions } from '@/lib/category-options'
import { createRule, deleteRule, rulesQuery, saveRule } from '../api/settings'

function useRuleAction<Input>(action: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: action,
    onSuccess: () => {
      for (const queryKey of [['rules'], ['transactions'], ['summary']]) void client.invalidateQueries({ queryKey })
    },
  })
}

export function RuleSettings() {
  const rules = useQuery(rulesQuery)
  const { data: categories = [] } = useQuery(categoriesQuery)
  if (rules.isPending) return <RowSkeletons rows={4} />
  if (rules.isError)
    return <ErrorNote what="The rules could not be loaded" error={rules.error} onRetry={() => void rules.refetch()} />
  return (
    <>
      <AddRule categories={categories} />
      {rules.data.length === 0 ? (
        <Text c="dimmed" maw={480}>
          No rules yet. A rule puts every transaction that contains your words into one category; the first that fits
          decides.
        </Text>
      ) : (
        <Table.ScrollContainer minWidth={460} scrollAreaProps={{ viewportProps: { tabIndex: 0 } }}>
          <Table verticalSpacing={6}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th>Contains</Table.Th>
                <Table.Th>Category</Table.Th>
                <Table.Th w={90}>On</Table.Th>
                <Table.Th w={50} />
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {rules.data.map((rule) => (
                <RuleRow key={rule.id} rule={rule} categories={categories} />
              ))}
            </Table.Tbody>
          </Table>
        </Table.ScrollContainer>
      )}
    </>
  )
}

function RuleRow({ rule, categories }: { rule: Rule; categories: readonly Category[] }) {
  const save = useRuleAction((is_enabled: boolean) => saveRule(rule.id, { is_enabled }))
  const remove = useRuleAction(() => deleteRule(rule.id))
  const refused = (error: Error): void => say({ title: 'Not changed', message: messageOf(error), isBad: true })
  const name = categories.find(({ id }) => id === rule.category)?.name ?? ''
  const what = rule.contains || rule.name
  return (
    <Table.Tr>
      <Table.Td>{what}</Table.Td>
      <Table.Td>
        <CategoryMark category={rule.category} name={name} source="rule" />
      </Table.Td>
      <Table.Td>
        <Switch
          aria-label={`Rule ${what} is on`}
          checked={rule.is_enabled}
          onChange={(event) => save.mutate(event.target.checked, { onError: refused })}
        />
      </Table.Td>
      <Table.Td>
        <ActionIcon
          variant="subtle"
          color="gray"
          aria-label={`Delete the rule ${what}`}
          loading={remove.isPending}
          onClick={() => remove.mutate(undefined, { onError: refused })}
        >
          <IconTrash size={16} />
        </ActionIcon>
      </Table.Td>
    </Table.Tr>
  )
}

function AddRule({ categories }: { categories: readonly Category[] }) {
  const form = useForm<{ contains: string; category: string | null }>({
    initialValues: { contains: '', category: null },
    validate: {
      contains: (value) => (value.trim() ? null : 'Write the words to look for.'),
      category: (value) => (value ? null : 'Choose a category.'),
    },
  })
  const add = useRuleAction(({ contains, category }: typeof form.values) =>
    createRule({ contains: contains.trim(), category: Number(category) }),
  )
  return (
    <form
      onSubmit={form.onSubmit((draft) =>
        add.mutate(draft, { onSuccess: () => form.reset(), onError: (error) => form.setErrors(fieldErrors(error)) }),
      )}
    >
      <Title order={2} fz="md" mb="xs">
        Add a rule
      </Title>
      <Group align="end" mb="lg" gap="xs">
        <TextInput label="When the text contains" placeholder="city market" {...form.getInputProps('contains')} />
        <Select
          label="it belongs to"
          placeholder="Category"
          searchable
          data={categoryOptions(categories)}
          {...form.getInputProps('category')}
        />
        <Button type="submit" loading={add.isPending}>
          Add
        </Button>
      </Group>
      {add.error && Object.keys(form.errors).length === 0 ? <ErrorNote what="Not added" error={add.error} /> : null}
    </form>
  )
}
