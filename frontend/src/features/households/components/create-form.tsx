import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { createHousehold, householdsChanged } from '../api/households'

export function CreateForm() {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { name: '' },
    validate: { name: (value) => (value.trim() ? null : t`Give it a name.`) },
  })
  const create = useMutation({
    mutationFn: () => createHousehold(form.values.name.trim()),
    onSuccess: ({ name }) => {
      form.reset()
      say({ message: t`${name} was made. Invite those you keep it with.` })
      householdsChanged(client)
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(() => create.mutate())}>
      <Group align="flex-end" maw={720}>
        <TextInput label={t`A new household`} placeholder={t`Our home`} maxLength={80} {...form.getInputProps('name')} />
        <Button type="submit" variant="default" loading={create.isPending}>
          <Trans>Make it</Trans>
        </Button>
      </Group>
      {create.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The household was not made`} error={create.error} /> : null}
    </form>
  )
}
