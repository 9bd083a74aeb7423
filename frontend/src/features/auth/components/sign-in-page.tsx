import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, PasswordInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNote } from '@/components/ui/notes'
import { fieldErrors, type SecondStep } from '@/api/errors'
import { hasPasskeys } from '@/lib/passkeys'
import { signIn } from '../api/sign-in'
import { CodeForm } from './code-form'
import { Door } from './door'
import { PasskeyButton } from './passkey-button'

interface SignInPageProps {
  onDone: () => void
  onWantsSignUp: () => void
  onForgot: () => void
}

export function SignInPage({ onDone, onWantsSignUp, onForgot }: SignInPageProps) {
  const [step, setStep] = useState<SecondStep | null>(null)
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '', password: '' } })
  const entry = useMutation({
    mutationFn: signIn,
    onSuccess: (asked) => (asked === null ? onDone() : setStep(asked)),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  if (step !== null) {
    return (
      <Door
        title={t`One more step`}
        foot={
          <Anchor component="button" type="button" onClick={() => setStep(null)}>
            <Trans>Back to the password</Trans>
          </Anchor>
        }
      >
        <CodeForm challenge={step.challenge} methods={step.methods} onDone={onDone} />
      </Door>
    )
  }
  return (
    <Door
      title={t`Sign in`}
      foot={
        <>
          <Trans>New here?{' '}
          <Anchor component="button" type="button" onClick={onWantsSignUp}>
            Create an account
          </Anchor>
          {' · '}
          <Anchor component="button" type="button" onClick={onForgot}>
            Forgot password
          </Anchor></Trans>
        </>
      }
    >
      <form onSubmit={form.onSubmit((values) => entry.mutate(values))}>
        <Stack gap="md">
          {entry.error ? <ErrorNote what={t`You are not signed in`} error={entry.error} /> : null}
          <TextInput
            label={t`E-mail`}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            autoFocus
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t`Password`}
            autoComplete="current-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={entry.isPending}>
            <Trans>Sign in</Trans>
          </Button>
        </Stack>
      </form>
      {hasPasskeys() ? <PasskeyButton label={t`Sign in with a passkey`} onDone={onDone} /> : null}
    </Door>
  )
}
