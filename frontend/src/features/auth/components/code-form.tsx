import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { finishSignIn } from '../api/sign-in'

/** The second step of signing in: a code of the app, or one that was kept for the day it is lost. */
export function CodeForm({ challenge, onDone }: { challenge: string; onDone: () => void }) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { code: '' } })
  const entry = useMutation({
    mutationFn: finishSignIn,
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(({ code }) => entry.mutate({ challenge, code }))}>
      <Stack gap="md">
        {entry.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what={t`You are not signed in`} error={entry.error} />
        ) : null}
        <Text size="sm" c="dimmed">
          <Trans>Your password is right. Now the six digits that your authenticator app shows. Without the app, use one of your
          recovery codes.</Trans>
        </Text>
        <TextInput
          label={t`Code`}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" loading={entry.isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </Stack>
    </form>
  )
}
