import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Fieldset, Select, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { meQuery } from '@/api/queries'
import type { Me } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { LANGUAGES } from '@/lib/language'
import { currencyOptions } from '@/lib/currencies'
import { saveProfile } from '../api/settings'

/** All the browser knows, and the one that is set. */
function timeZones(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])].toSorted()
}

type Profile = Pick<Me, 'email' | 'display_name' | 'base_currency' | 'language' | 'time_zone'>

const NOT_KNOWN: Profile = { email: '', display_name: '', base_currency: '', language: 'en', time_zone: 'UTC' }

export function ProfileForm() {
  const me = useQuery(meQuery)
  return (
    <Section title={t`Profile`}>
      {me.isError ? (
        <ErrorNote what={t`Your profile could not be loaded`} error={me.error} onRetry={() => void me.refetch()} />
      ) : null}
      {/* Empty and closed until it is known: the same fields keep the room for themselves. */}
      {me.isError ? null : <Fields key={me.data?.id} me={me.data ?? NOT_KNOWN} isPending={me.isPending} />}
    </Section>
  )
}

function Fields({ me, isPending }: { me: Profile; isPending: boolean }) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: {
      display_name: me.display_name,
      base_currency: me.base_currency,
      language: me.language,
      time_zone: me.time_zone,
    },
  })
  const save = useMutation({
    mutationFn: ({ base_currency, ...rest }: typeof form.values) =>
      saveProfile({ ...rest, ...(base_currency ? { base_currency } : {}) }),
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: ['summary'] })
      form.resetDirty()
      say({ message: t`Your profile was saved.` })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))} aria-busy={isPending}>
      <Fieldset variant="unstyled" m={0} p={0} disabled={isPending}>
        <Stack maw={420} mb="xl">
          <TextInput label={t`E-mail`} value={me.email} readOnly description={t`You sign in with it.`} />
          <TextInput label={t`Name`} autoComplete="name" {...form.getInputProps('display_name')} />
          <Select
            label={t`Base currency`}
            description={t`Figures over all accounts are in it. Amounts in other currencies are shown apart, never mixed in.`}
            placeholder={t`That of your first account`}
            searchable
            data={currencyOptions()}
            {...form.getInputProps('base_currency')}
            value={form.values.base_currency || null}
          />
          <Select
            label={t`Language`}
            description={t`Of these pages and of your reports.`}
            data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
            allowDeselect={false}
            {...form.getInputProps('language')}
          />
          <Select
            label={t`Time zone`}
            description={t`It says when a month is over for you, and so when its report is due.`}
            searchable
            data={timeZones(me.time_zone)}
            allowDeselect={false}
            {...form.getInputProps('time_zone')}
          />
          {save.error && Object.keys(form.errors).length === 0 ? (
            <ErrorNote what={t`Your profile was not saved`} error={save.error} />
          ) : null}
          <div>
            <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
              <Trans>Save</Trans>
            </Button>
          </div>
        </Stack>
      </Fieldset>
    </form>
  )
}
