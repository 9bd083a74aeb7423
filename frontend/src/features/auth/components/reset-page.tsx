import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { resetPassword } from '../api/reset'
import { Door } from './door'

const MINIMUM = 8

/** Where the mail's link leads. The token stands in the fragment, which no server or proxy is sent or logs. */
export function ResetPage({ onWantsSignIn }: { onWantsSignIn: () => void }) {
  const [token] = useState(() => window.location.hash.slice(1))
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { new_password: '' },
    validate: { new_password: (value) => (value.length < MINIMUM ? t`Use at least ${MINIMUM} characters.` : null) },
  })
  const reset = useMutation({ mutationFn: resetPassword, onError: (error) => form.setErrors(fieldErrors(error)) })
  useEffect(() => {
    // Out of the address bar and the history, where the next person at this screen would find it.
    window.history.replaceState(window.history.state, '', window.location.pathname)
  }, [])
  return (
    <Door
      title={t`Set a new password`}
      foot={
        <Anchor component="button" type="button" onClick={onWantsSignIn}>
          {reset.isSuccess ? t`Sign in` : t`Back to sign in`}
        </Anchor>
      }
    >
      {reset.isSuccess ? (
        <Text role="status"><Trans>Your new password is set. Every sign-in and every key of a program has ended.</Trans></Text>
      ) : (
        <form onSubmit={form.onSubmit((values) => reset.mutate({ token, ...values }))}>
          <Stack gap="md">
            {reset.error && Object.keys(form.errors).length === 0 ? (
              <ErrorNote what={t`The password was not set`} error={reset.error} />
            ) : null}
            <PasswordInput
              label={t`New password`}
              description={t`At least ${MINIMUM} characters; a short sentence is good.`}
              autoComplete="new-password"
              required
              withAsterisk={false}
              autoFocus
              key={form.key('new_password')}
              {...form.getInputProps('new_password')}
            />
            <Button type="submit" size="md" loading={reset.isPending}>
              <Trans>Set password</Trans>
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  )
}
