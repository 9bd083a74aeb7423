import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors, type SecondStep } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { hasPasskeys } from '@/lib/passkeys'
import { finishSignIn } from '../api/sign-in'
import { PasskeyButton } from './passkey-button'

const APP = t`Now the six digits that your authenticator app shows. Without the app, use one of your recovery codes.`
const PASSKEY = t`Now your passkey, or one of your recovery codes.`
const RECOVERY = t`Now one of your recovery codes: this browser, or this address, cannot use your passkey.`

interface CodeFormProps extends SecondStep {
  onDone: () => void
}

/** The second step of signing in: a passkey, a code of the app, or one that was kept for the day they are lost. */
export function CodeForm({ challenge, methods, onDone }: CodeFormProps) {
  const takesPasskey = methods.includes('passkey') && hasPasskeys()
  const takesApp = methods.includes('app')
  const form = useForm({ mode: 'uncontrolled', initialValues: { code: '' } })
  const entry = useMutation({
    mutationFn: finishSignIn,
    onSuccess: onDone,
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <>
    {takesPasskey ? <PasskeyButton label={t`Use your passkey`} challenge={challenge} isFirst onDone={onDone} /> : null}
    <form onSubmit={form.onSubmit(({ code }) => entry.mutate({ challenge, code }))}>
      <Stack gap="md">
        {entry.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what={t`You are not signed in`} error={entry.error} />
        ) : null}
        <Text size="sm" c="dimmed">
          <Trans>Your password is right.</Trans> {takesApp ? APP : takesPasskey ? PASSKEY : RECOVERY}
        </Text>
        <TextInput
          label={t`Code`}
          autoComplete="one-time-code"
          autoCapitalize="none"
          spellCheck={false}
          required
          withAsterisk={false}
          autoFocus={!takesPasskey}
          key={form.key('code')}
          {...form.getInputProps('code')}
        />
        <Button type="submit" size="md" variant={takesPasskey ? 'default' : 'filled'} loading={entry.isPending}>
          <Trans>Sign in</Trans>
        </Button>
      </Stack>
    </form>
    </>
  )
}
