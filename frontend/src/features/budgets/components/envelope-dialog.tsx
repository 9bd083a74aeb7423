import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Modal, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { fieldErrors } from '@/api/errors'
import type { BudgetChoice } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { parseTyped, typedAmount } from '@/lib/money'
import { budgetsChanged, chooseEnvelopes, choiceQuery } from '../api/budgets'

interface EnvelopeDialogProps {
  month: string
  currency: string
  isOpen: boolean
  onClose: () => void
}

/** Whether all that comes in is given a purpose, and since when. */
export function EnvelopeDialog({ isOpen, onClose, ...rest }: EnvelopeDialogProps) {
  const choice = useQuery({ ...choiceQuery, enabled: isOpen })
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Budget in envelopes`} centered closeButtonProps={{ 'aria-label': t`Close` }}>
      {!isOpen ? null : choice.data ? <ChoiceForm {...rest} choice={choice.data} onDone={onClose} /> : <RowSkeletons rows={3} />}
    </Modal>
  )
}

interface ChoiceFormProps {
  month: string
  currency: string
  choice: BudgetChoice
  onDone: () => void
}

function ChoiceForm({ month, currency, choice, onDone }: ChoiceFormProps) {
  const client = useQueryClient()
  const form = useForm({
    initialValues: { from: choice.envelopes_from ?? month, opening: Number(choice.opening) === 0 ? '' : typedAmount(choice.opening) },
    validate: {
      from: (value) => (/^\d{4}-\d{2}$/u.test(value) ? null : t`Choose a month.`),
      opening: (value) => (value.trim() === '' || parseTyped(value, currency) !== null ? null : t`Write an amount such as 120.50.`),
    },
  })
  const save = useMutation({
    mutationFn: (from: string | null) => chooseEnvelopes(from, parseTyped(form.values.opening, currency) ?? '0'),
    onSuccess: ({ envelopes_from: from }) => {
      budgetsChanged(client)
      say({ message: from ? t`You budget in envelopes now.` : t`You budget without envelopes now.` })
      onDone()
    },
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit(({ from }) => save.mutate(from))}>
      <Stack>
        <Text size="sm">
          <Trans>All that comes in from that month on is to be assigned to a budget, until nothing is left without a purpose. What is spent
          outside of your budgets comes out of what is still to be assigned.</Trans>
        </Text>
        <TextInput label={t({ message: 'From', context: 'a month' })} type="month" data-autofocus {...form.getInputProps('from')} />
        <TextInput
          label={t`There at the start in ${currency}`}
          description={t`What you had to give out when that month began.`}
          inputMode="decimal"
          placeholder="0"
          {...form.getInputProps('opening')}
        />
        {save.error && Object.keys(form.errors).length === 0 ? <ErrorNote what={t`Nothing was changed`} error={save.error} /> : null}
        <Group justify="flex-end">
          {choice.envelopes_from ? (
            <Button variant="default" onClick={() => save.mutate(null)}>
              <Trans>Stop using envelopes</Trans>
            </Button>
          ) : null}
          <Button type="submit" loading={save.isPending}>
            {choice.envelopes_from ? t`Keep this` : t`Use envelopes`}
          </Button>
        </Group>
      </Stack>
    </form>
  )
}
