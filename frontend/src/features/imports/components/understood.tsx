import type { StatementImport } from '@/api/types'
import { Money } from '@/components/ui/money'
import { understoodPairs } from '../lib/understood'
import classes from './understood.module.css'

/** Characters from which a value takes a line of its own. */
const LONG = 60

/** What the reader took the file for, so that a wrong guess is seen before anything is kept. */
export function Understood({ run }: { run: StatementImport }) {
  const pairs = understoodPairs(run)
  return (
    <dl className={classes['pairs']}>
      {run.accounts.map((account, index) => (
        <div key={account.id ?? `${account.name}-${index}`}>
          <dt>{account.id === null ? 'New account' : 'Account'}</dt>
          <dd>
            {account.name} ({account.currency})
            {account.closing_balance !== null ? (
              <>
                , closing at <Money amount={account.closing_balance} currency={account.currency} />
              </>
            ) : null}
          </dd>
        </div>
      ))}
      {pairs.map(({ name, value }) => (
        <div key={name} data-long={value.length > LONG || undefined}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ))}
    </dl>
  )
}
