import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, NumberInput, Stack, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { fieldErrors, messageOf } from '@/api/errors'
import type { Debt } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { ErrorNote } from '@/components/ui/notes'
import { useUnsaved } from '@/components/ui/unsaved'
import { parseTyped, signOf, typedAmount } from '@/lib/money'
import { useLast } from '@/lib/use-last'
import { debtsChanged, forgetTerms, saveTerms } from '../api/debts'
import { shownRate, typedRate } from '../lib/debt-words'

interface TermsDrawerProps {
  debt: Debt | null
  onClose: () => void
}

export function TermsDrawer({ debt, onClose }: TermsDrawerProps) {
  const shown = useLast(debt)
  return (
    <GuardedDrawer opened={debt !== null} onClose={onClose} size={400} title={shown ? t`What ${shown.name} costs` : t`What it costs`}>
      {debt ? <TermsForm key={debt.account} debt={debt} onDone={onClose} /> : null}
    </GuardedDrawer>
  )
}

interface Draft {
  rate: string
  least: string
  position: number | string
}

function TermsForm({ debt, onDone }: { debt: Debt; onDone: () => void }) {
  const client = useQueryClient()
  const { account, name, currency, terms } = debt
  const form = useForm<Draft>({
    initialValues: { rate: terms ? typedAmount(shownRate(terms.rate)) : '', least: terms ? typedAmount(terms.least) : '', position: terms?.position ?? '' },
    validate: {
      rate: (value) => (typedRate(value) === null ? t`Write the yearly rate in per cent, such as 6.9.` : null),
      least: (value) => {
        const amount = parseTyped(value, currency)
        return amount === null || signOf(amount) < 0 ? t`Write an amount such as 150.` : null
      },
    },
  })
  useUnsaved(form.isDirty())
  /** As it was before: terms put back, or none. */
  const takeBack = (): void => {
    const deed: Promise<unknown> = terms ? saveTerms(account, terms) : forgetTerms(account)
    deed.then(
      () => debtsChanged(client),
      (error: unknown) => say({ title: t`Not taken back`, message: messageOf(error), isBad: true }),
    )
  }
  const save = useMutation({
    mutationFn: ({ rate, least, position }: Draft) =>
      saveTerms(account, {
        rate: typedRate(rate) ?? '',
        least: parseTyped(least, currency) ?? '',
        ...(typeof position === 'number' ? { position } : {}),
      }),
    onSuccess: () => {
      debtsChanged(client)
      offerUndo(t`What ${name} costs was saved.`, takeBack)
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  const forget = useMutation({
    mutationFn: () => forgetTerms(account),
    onSuccess: () => {
      debtsChanged(client)
      offerUndo(t`What ${name} costs was forgotten.`, takeBack)
      onDone()
    },
    onError: (error) => say({ title: t`It is still known`, message: messageOf(error), isBad: true }),
  })
  return (
    <form onSubmit={form.onSubmit((draft) => save.mutate(draft))}>
      <Stack>
        <TextInput label={t`Rate in per cent a year`} inputMode="decimal" placeholder={typedAmount('6.9')} data-autofocus {...form.getInputProps('rate')} />
        <TextInput label={t`Least payment a month in ${currency}`} inputMode="decimal" placeholder="150" {...form.getInputProps('least')} />
        <NumberInput
          label={t`Place in your own order`}
          description={t`Only your own order looks at it.`}
          min={0}
          max={9999}
          allowDecimal={false}
          {...form.getInputProps('position')}
        />
        {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`It was not saved`} error={save.error} /> : null}
        <Group>
          <Button type="submit" loading={save.isPending}>
            <Trans>Save</Trans>
          </Button>
          {terms ? (
            <Button variant="default" loading={forget.isPending} onClick={() => forget.mutate()}>
              <Trans>Forget it</Trans>
            </Button>
          ) : null}
        </Group>
      </Stack>
    </form>
  )
}
