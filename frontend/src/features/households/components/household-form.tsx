import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Stack, TextInput, Title } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import { ledger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote } from '@/components/ui/notes'
import { currencyOptions } from '@/lib/currencies'
import { LANGUAGES } from '@/lib/language'
import { householdsChanged, saveHousehold } from '../api/households'

/** Name and currency of the household, and the language of its reports. */
export function HouseholdForm({ household }: { household: Household }) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { name: household.name, base_currency: household.base_currency, language: household.language },
    validate: { name: (value) => (value.trim() ? null : t`Give it a name.`) },
  })
  const save = useMutation({
    mutationFn: ({ name, base_currency, language }: typeof form.values) =>
      saveHousehold({
        id: household.id,
        name: name.trim(),
        ...(base_currency ? { base_currency } : {}),
        ...(language === 'de' || language === 'en' ? { language } : {}),
      }),
    onSuccess: () => {
      say({ message: t`The household was saved.` })
      form.resetDirty()
      householdsChanged(client)
      if (ledger.current?.id === household.id) void client.invalidateQueries({ queryKey: ['summary'] })
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => save.mutate(values))}>
      <Stack maw={420}>
        <Title order={4} size="h5">
          <Trans>Name and currency</Trans>
        </Title>
        <TextInput label={t`Name`} maxLength={80} {...form.getInputProps('name')} />
        <Select
          label={t`Base currency`}
          placeholder={t`That of its first account`}
          searchable
          data={currencyOptions()}
          {...form.getInputProps('base_currency')}
          value={form.values.base_currency || null}
        />
        <Select
          label={t`Language of its reports`}
          data={Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))}
          allowDeselect={false}
          {...form.getInputProps('language')}
        />
        {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`The household was not saved`} error={save.error} /> : null}
        <div>
          <Button type="submit" variant="default" loading={save.isPending} disabled={!form.isDirty()}>
            <Trans>Save</Trans>
          </Button>
        </div>
      </Stack>
    </form>
  )
}
