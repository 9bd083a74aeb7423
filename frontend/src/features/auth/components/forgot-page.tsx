import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { askForReset } from '../api/reset'
import { Door } from './door'

/** Asks for a mail. What it says afterwards does not depend on whether there is such a person. */
export function ForgotPage({ onWantsSignIn }: { onWantsSignIn: () => void }) {
  const form = useForm({ mode: 'uncontrolled', initialValues: { email: '' } })
  const ask = useMutation({ mutationFn: askForReset, onError: (error) => form.setErrors(fieldErrors(error)) })
  return (
    <Door
      title={t`Forgot password`}
      foot={
        <Anchor component="button" type="button" onClick={onWantsSignIn}>
          <Trans>Back to sign in</Trans>
        </Anchor>
      }
    >
      {ask.isSuccess ? (
        <Text role="status">
          <Trans>If somebody has this address here, a mail is on its way to it. Its link is good for half an hour. Where this server
          sends no mails, ask the person who runs it.</Trans>
        </Text>
      ) : (
        <form onSubmit={form.onSubmit((values) => ask.mutate(values))}>
          <Stack gap="md">
            {ask.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`No mail was sent`} error={ask.error} /> : null}
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
            <Button type="submit" size="md" loading={ask.isPending}>
              <Trans>Send me a link</Trans>
            </Button>
          </Stack>
        </form>
      )}
    </Door>
  )
}
