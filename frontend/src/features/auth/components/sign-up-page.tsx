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
      password: (value) => (value.length < MINIMUM ? `Use at least ${MINIMUM} characters.` : null),
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
      title="Create an account"
      foot={
        <>
          Already have one?{' '}
          <Anchor component="button" type="button" onClick={onWantsSignIn}>
            Sign in
          </Anchor>
        </>
      }
    >
      {entry.data === false ? (
        <Text role="status">
          A mail is on its way to this address. Follow its link within a day; it asks for the password that you have just
          chosen.
        </Text>
      ) : (
      <form onSubmit={form.onSubmit((values) => entry.mutate(values))}>
        <Stack gap="md">
          {entry.error && Object.keys(form.errors).length === 0 ? (
            <ErrorNote what="The account was not created" error={entry.error} />
          ) : null}
          <TextInput
            label="Name"
            description="How SpendWise addresses you."
            autoComplete="name"
            autoFocus
            key={form.key('display_name')}
            {...form.getInputProps('display_name')}
          />
          <TextInput
            label="E-mail"
            type="email"
            autoComplete="username"
            required
            withAsterisk={false}
            key={form.key('email')}
            {...form.getInputProps('email')}
          />
          <PasswordInput
            label="Password"
            description={`At least ${MINIMUM} characters; a short sentence is good.`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            key={form.key('password')}
            {...form.getInputProps('password')}
          />
          <Button type="submit" size="md" loading={entry.isPending}>
            Create account
          </Button>
        </Stack>
      </form>
      )}
    </Door>
  )
}
