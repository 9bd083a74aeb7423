import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Stack } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useBaseCurrency } from '@/api/use-base-currency'
import { Section } from '@/components/ui/section'
import { dayName, today } from '@/lib/period'
import { missingRatesQuery } from '../api/rates'
import { AddRate } from './add-rate'
import { ImportRates } from './import-rates'
import { RateList } from './rate-list'
import classes from './rates.module.css'

/** What one currency was worth in another, day by day: yours, and those that the server has for everybody. */
export function Rates() {
  const base = useBaseCurrency()
  const { data: missing = [] } = useQuery(missingRatesQuery)
  const [wanted, setWanted] = useState<{ base: string; quote: string; day: string } | null>(null)
  const pairs = [...new Map(missing.map((one) => [`${one.base} ${one.quote}`, one])).values()]
  return (
    <Stack gap={40}>
      <Section title={t`Add a rate`}>
        {pairs.length > 0 ? (
          <ul className={classes['missing']} aria-label={t`Rates that are missing`}>
            {pairs.map((one) => (
              <li key={`${one.base} ${one.quote}`}>
                <Trans>No rate from {one.base} to {one.quote} is known for {dayName(one.day, 'medium')}.</Trans>{' '}
                <button type="button" className={classes['link']} onClick={() => setWanted(one)}>
                  <Trans>State it</Trans>
                </button>
              </li>
            ))}
          </ul>
        ) : null}
        {base !== undefined ? (
          <AddRate
            key={wanted ? `${wanted.base} ${wanted.quote}` : 'new'}
            base={wanted?.base ?? ''}
            quote={wanted?.quote ?? base}
            day={wanted?.day ?? today()}
          />
        ) : null}
      </Section>
      <ImportRates />
      <RateList />
    </Stack>
  )
}
