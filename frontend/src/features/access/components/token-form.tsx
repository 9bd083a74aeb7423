import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, PasswordInput, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { makeToken } from '../api/access'
import { ALL_SCOPES, SCOPES, type Scope } from '../lib/scopes'

const DAYS = [
  { value: '30', label: t`In 30 days` },
  { value: '365', label: t`In a year` },
  { value: '', label: t`When I revoke it` },
]

export function TokenForm({ onMade }: { onMade: (made: { name: string; token: string }) => void }) {
  const form = useForm({
    initialValues: { name: '', scopes: ['read'] as Scope[], days: '365', password: '' },
    validate: {
      name: (value) => (value.trim() ? null : t`Give it a name that you will know it by.`),
      scopes: (value) => (value.length > 0 ? null : t`Tick what it may do.`),
    },
  })
  const make = useMutation({
    mutationFn: ({ name, scopes, days, password }: typeof form.values) =>
      makeToken({
        name: name.trim(),
        scopes,
        password,
        expires_at: days ? new Date(Date.now() + Number(days) * 86_400_000).toISOString() : null,
      }),
    onSuccess: ({ name, token }) => {
      form.reset()
      onMade({ name, token })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => make.mutate(values))}>
      <Stack maw={420} mb="lg">
        <TextInput label={t`Name`} placeholder={t`Backup script`} maxLength={80} {...form.getInputProps('name')} />
        <Checkbox.Group label={t`It may`} {...form.getInputProps('scopes')}>
          <Stack gap={8} mt={6}>
            {ALL_SCOPES.map((scope) => (
              <Checkbox key={scope} value={scope} label={SCOPES[scope]} />
            ))}
          </Stack>
        </Checkbox.Group>
        <Select label={t`It ends`} data={DAYS} allowDeselect={false} {...form.getInputProps('days')} />
        <PasswordInput
          label={t`Confirm with your password`}
          autoComplete="current-password"
          required
          withAsterisk={false}
          {...form.getInputProps('password')}
        />
        {make.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The key was not made`} error={make.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={make.isPending}>
            <Trans>Make a key</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
