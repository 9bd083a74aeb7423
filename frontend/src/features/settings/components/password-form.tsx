import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, PasswordInput, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { session } from '@/api/session'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { changePassword } from '../api/settings'

export function PasswordForm() {
  const form = useForm({
    initialValues: { current_password: '', new_password: '' },
    validate: { new_password: (value) => (value.length < 8 ? t`Use at least 8 characters.` : null) },
  })
  const change = useMutation({
    mutationFn: changePassword,
    // The server has ended every session, this one included.
    onSuccess: () => session.signOut(),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <Section title={t`Password`}>
      <form onSubmit={form.onSubmit((values) => change.mutate(values))}>
        <Stack maw={420}>
          <Text size="sm" c="dimmed">
            <Trans>Changing it signs you out everywhere, here too.</Trans>
          </Text>
          <PasswordInput
            label={t`Current password`}
            autoComplete="current-password"
            required
            withAsterisk={false}
            {...form.getInputProps('current_password')}
          />
          <PasswordInput
            label={t`New password`}
            autoComplete="new-password"
            required
            withAsterisk={false}
            {...form.getInputProps('new_password')}
          />
          {change.error && Object.keys(form.errors).length === 0 ? (
            <ErrorNote what={t`The password was not changed`} error={change.error} />
          ) : null}
          <div>
            <Button type="submit" variant="default" loading={change.isPending}>
              <Trans>Change password</Trans>
            </Button>
          </div>
        </Stack>
      </form>
    </Section>
  )
}
