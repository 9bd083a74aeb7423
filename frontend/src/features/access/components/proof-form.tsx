import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, PasswordInput, Stack } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { secondFactorQuery, type Proof } from '../api/access'
import { CodeInput } from './code-input'

interface ProofFormProps {
  what: string
  action: string
  onProof: (proof: Proof) => Promise<void>
  onCancel: () => void
}

/** Password and, where a second factor is on, a code: for what neither of them may do alone. */
export function ProofForm({ what, action, onProof, onCancel }: ProofFormProps) {
  const state = useQuery(secondFactorQuery)
  const form = useForm({ initialValues: { password: '', code: '' } })
  const prove = useMutation({ mutationFn: onProof, onError: (error) => form.setErrors(fieldErrors(error)) })
  return (
    <form onSubmit={form.onSubmit((values) => prove.mutate(values))}>
      <Stack maw={420}>
        <PasswordInput
          label={t`Your password`}
          description={t`So that nobody does this at a screen you left open.`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        <CodeInput state={state.data} {...form.getInputProps('code')} />
        {prove.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={what} error={prove.error} /> : null}
        <Group gap="xs">
          <Button type="submit" loading={prove.isPending}>
            {action}
          </Button>
          <Button variant="default" onClick={onCancel}>
            <Trans>Cancel</Trans>
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
