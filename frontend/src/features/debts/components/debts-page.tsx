import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, SegmentedControl, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Debt } from '@/api/types'
import { Money } from '@/components/ui/money'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { percentName } from '@/lib/fact-value'
import { debtsQuery } from '../api/debts'
import { currenciesOf } from '../lib/debt-words'
import classes from './debts.module.css'
import { Payoffs } from './payoffs'
import { TermsDrawer } from './terms-drawer'

/** What is owed, what it costs, and how soon it could be gone. */
export function DebtsPage() {
  const debts = useQuery(debtsQuery)
  const [edited, setEdited] = useState<Debt | null>(null)
  const [chosen, setChosen] = useState<string | null>(null)
  if (debts.isPending) return <RowSkeletons rows={5} height={56} />
  if (debts.isError) return <ErrorNote what={t`Your debts could not be loaded`} error={debts.error} onRetry={() => void debts.refetch()} />
  const { results, choices } = debts.data
  if (results.length === 0)
    return (
      <EmptyNote title={t`Nothing is owed`}>
        <Trans>Loans and credit cards that are drawn appear here by themselves, once such an account has a balance below zero.</Trans>
      </EmptyNote>
    )
  const codes = currenciesOf(results)
  const currency = codes.find((code) => code === chosen) ?? codes[0] ?? ''
  const shown = results.filter((one) => one.currency === currency)
  return (
    <div className={classes['parts']}>
      {codes.length > 1 ? <SegmentedControl aria-label={t`Currency`} data={codes} value={currency} onChange={setChosen} /> : null}
      <Section title={t`What you owe`}>
        <ul className={classes['list']}>
          {shown.map((one) => (
            <Row key={one.account} debt={one} onEdit={() => setEdited(one)} />
          ))}
        </ul>
      </Section>
      {shown.some(({ terms }) => terms !== null) ? (
        <Payoffs key={currency} currency={currency} choice={choices.find((one) => one.currency === currency) ?? null} />
      ) : (
        <Text c="dimmed" size="sm">
          <Trans>Say what one of them costs, and every way to pay it off is worked out to the cent.</Trans>
        </Text>
      )}
      <TermsDrawer debt={edited} onClose={() => setEdited(null)} />
    </div>
  )
}

function Row({ debt, onEdit }: { debt: Debt; onEdit: () => void }) {
  const { name, owed, currency, terms } = debt
  return (
    <li className={classes['debt']}>
      <div>
        <div className={classes['name']}>{name}</div>
        <div className={classes['terms']}>
          {terms ? (
            <>
              <Trans>{percentName(Number(terms.rate), 3)} a year, at least <Money amount={terms.least} currency={currency} /> a month</Trans>
            </>
          ) : (
            t`What it costs is not known yet.`
          )}
        </div>
      </div>
      <div>
        <Money amount={owed} currency={currency} />{' '}
        <Button size="compact-sm" variant="subtle" onClick={onEdit} aria-label={terms ? t`Change what ${name} costs` : t`Say what it costs: ${name}`}>
          {terms ? t({ message: 'Change', context: 'a button' }) : t`Say what it costs`}
        </Button>
      </div>
    </li>
  )
}
