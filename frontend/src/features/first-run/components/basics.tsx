import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Stack, Text } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { meQuery } from '@/api/queries'
import type { Me } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { currencyOptions } from '@/lib/currencies'
import { LANGUAGES } from '@/lib/language'
import { saveBasics } from '../api/first-run'
import { proposed } from '../lib/guess'

function zones(current: string): string[] {
  return [...new Set(['UTC', ...Intl.supportedValuesOf('timeZone'), current])].toSorted()
}

/** Currency, language and time zone, with what the browser knows already in place. */
export function Basics({ me, onDone }: { me: Me; onDone: () => void }) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: proposed(me, navigator.language, Intl.DateTimeFormat().resolvedOptions().timeZone),
  })
  const save = useMutation({
    mutationFn: saveBasics,
    onSuccess: (saved) => {
      client.setQueryData(meQuery.queryKey, saved)
      void client.invalidateQueries({ queryKey: ['summary'] })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack maw={420} gap="md">
        <Text c="dimmed">
          <Trans>All of this can be changed later in the settings.</Trans>
        </Text>
        <Select
          label={t`Base currency`}
          description={t`Figures over all accounts are in it.`}
          searchable
          allowDeselect={false}
          data={currencyOptions()}
          {...form.getInputProps('base_currency')}
        />
        <Select
          label={t`Time zone`}
          description={t`It says when a month is over for you.`}
          searchable
          allowDeselect={false}
          data={zones(form.values.time_zone)}
          {...form.getInputProps('time_zone')}
        />
        <Select
          label={t`Language`}
          description={t`Of these pages and of your reports.`}
          allowDeselect={false}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          {...form.getInputProps('language')}
        />
        {save.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what={t`This was not saved`} error={save.error} />
        ) : null}
        <div>
          <Button type="submit" loading={save.isPending}>
            <Trans>Continue</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
