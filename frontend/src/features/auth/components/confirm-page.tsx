import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { confirmEmail } from '../api/sign-in'
import { Door } from './door'

/** Where the mail of a registration leads. Its token stands in the fragment, which no server or proxy is sent or logs. */
export function ConfirmPage({ onDone, onWantsSignIn }: { onDone: () => void; onWantsSignIn: () => void }) {
  const [token] = useState(() => window.location.hash.slice(1))
  const form = useForm({ mode: 'uncontrolled', initialValues: { password: '' } })
  const confirm = useMutation({
    mutationFn: confirmEmail,
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  useEffect(() => {
    // Out of the address bar and the history, where the next person at this screen would find it.
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return (
    <Door
      title={t`Confirm your e-mail address`}
      foot={
        <Anchor component="button" type="button" onClick={onWantsSignIn}>
          <Trans>Back to sign in</Trans>
        </Anchor>
      }
    >
      <form onSubmit={form.onSubmit((values) => confirm.mutate({ token, ...values }))}>
        <Stack gap="md">
          {confirm.error && Object.keys(form.errors).length === 0 ? (
            <ErrorNote what={t`The account was not made`} error={confirm.error} />
          ) : null}
          <Text size="sm" c="dimmed">
            <Trans>Type the password that you chose, so that nobody but you makes an account with your address.</Trans>
          </Text>
          <PasswordInput
            label={t`Password`}
            autoComplete="current-password"
            required
            withAsterisk={false}
            autoFocus
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={confirm.isPending}>
            <Trans>Confirm</Trans>
          </Button>
        </Stack>
      </form>
    </Door>
  )
}
