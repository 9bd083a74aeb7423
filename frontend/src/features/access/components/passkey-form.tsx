import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { addPasskey, secondFactorQuery } from '../api/access'
import { CodeInput } from './code-input'

interface PasskeyFormProps {
  onDone: (codes: string[]) => void
  onCancel: () => void
}

/** A name and the password, then the browser's own window. */
export function PasskeyForm({ onDone, onCancel }: PasskeyFormProps) {
  const state = useQuery(secondFactorQuery)
  const form = useForm({
    initialValues: { name: '', password: '', code: '' },
    validate: { name: (value) => (value.trim() ? null : t`Give it a name that you will know it by.`) },
  })
  const add = useMutation({ mutationFn: addPasskey, onSuccess: onDone, onError: (error) => form.setErrors(fieldErrors(error)) })
  return (
    <form onSubmit={form.onSubmit((values) => add.mutate({ ...values, name: values.name.trim() }))}>
      <Stack maw={420}>
        <TextInput label={t`Name of the passkey`} placeholder={t`My phone`} maxLength={80} {...form.getInputProps('name')} />
        <PasswordInput
          label={t`Your password`}
          description={t`So that nobody does this at a screen you left open.`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <CodeInput state={state.data} {...form.getInputProps('code')} />
        {add.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The passkey was not added`} error={add.error} /> : null}
        <Group gap="xs">
          <Button type="submit" loading={add.isPending}>
            <Trans>Go on</Trans>
          </Button>
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
