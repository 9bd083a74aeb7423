import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, PasswordInput, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { signUp } from '../api/sign-in'
import { Door } from './door'

interface SignUpPageProps {
  onDone: () => void
  onWantsSignIn: () => void
}

const MINIMUM = 8

export function SignUpPage({ onDone, onWantsSignIn }: SignUpPageProps) {
  const form = useForm({
    mode: 'uncontrolled',
    initialValues: { display_name: '', email: '', password: '' },
    validate: {
      password: (value) => (value.length < MINIMUM ? t`Use at least ${MINIMUM} characters.` : null),
    },
  })
  const entry = useMutation({
    mutationFn: signUp,
    onSuccess: (isIn) => {
      if (isIn) onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <Door
      title={t`Create an account`}
      foot={
        <>
          <Trans>Already have one?{' '}
          <Anchor component="button" type="button" onClick={onWantsSignIn}>
            Sign in
          </Anchor></Trans>
        </>
      }
    >
      {entry.data === false ? (
        <Text role="status">
          <Trans>
            A mail is on its way to this address. Follow its link within a day; it asks for the password that you have
            just chosen.
          </Trans>
        </Text>
      ) : (
      <form onSubmit={form.onSubmit((values) => entry.mutate(values))}>
        <Stack gap="md">
          {entry.error && Object.keys(form.errors).length === 0 ? (
            <ErrorNote what={t`The account was not created`} error={entry.error} />
          ) : null}
          <TextInput
            label={t`Name`}
            description={t`How SpendWise addresses you.`}
            autoComplete="name"
            autoFocus
            key={form.key('display_name')}
            {...form.getInputProps('display_name')}
          />
          <TextInput
            label={t`E-mail`}
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label={t`Password`}
            description={t`At least ${MINIMUM} characters; a short sentence is good.`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={entry.isPending}>
            <Trans>Create account</Trans>
          </Button>
        </Stack>
      </form>
      )}
    </Door>
  )
}
