import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { useState } from 'react'
import type { ImportAccount, StatementImport } from '@/api/types'
import { IconCheck, IconEqual, IconPlus } from '@tabler/icons-react'
import { Money } from '@/components/ui/money'
import { locale } from '@/lib/language'
import { understoodWords } from '../lib/reader-words'
import { spanName } from '../lib/understood'
import { allStepsAgree } from '../lib/verdict'
import { Proved } from './proved'
import { RowsDrawer, type RowsShown } from './rows-drawer'
import classes from './tally.module.css'

/** What is in the file: how many lines, and per account opening + sum = closing, as far as the file says it. */
export function Tally({ run }: { run: StatementImport }) {
  const [shown, setShown] = useState<RowsShown | null>(null)
  return (
    <div className={classes['tally']}>
      <Counts run={run} onShow={setShown} />
      {run.accounts.map((account, index) => (
        <Equation
          key={account.id ?? `${account.name}-${index}`}
          account={account}
          isOnly={run.accounts.length === 1}
          understood={run.understood}
          onShow={() => setShown({ title: t`Lines of ${account.name}`, status: '' })}
        />
      ))}
      <RowsDrawer run={run} shown={shown} onClose={() => setShown(null)} />
    </div>
  )
}

/** What a count is called beside its number, behind it, and above its lines. */
const COUNTED = {
  new: { words: t`new`, formula: t`lines of the file that are new`, title: t`New lines` },
  review: {
    words: t`new, perhaps there already`,
    formula: t`lines of the file that are new, perhaps there already`,
    title: t`New lines, perhaps there already`,
  },
  duplicate: { words: t`already there`, formula: t`lines of the file that are already there`, title: t`Lines already there` },
  rejected: { words: t`left out`, formula: '', title: '' },
} as const

function Counts({ run, onShow }: { run: StatementImport; onShow: (shown: RowsShown) => void }) {
  const counts = [
    { number: run.lines_new - run.lines_review, status: 'new' },
    { number: run.lines_review, status: 'review' },
    { number: run.lines_duplicate, status: 'duplicate' },
    { number: run.lines_rejected, status: 'rejected' },
  ] as const
  const shown = counts.filter(({ number, status }) => number > 0 || status === 'new')
  return (
    <p className={classes['counts']}>
      <strong>{plural(run.lines_found, { one: '# line', other: '# lines' })}</strong>
      {shown.map(({ number, status }) => (
        <span key={status} data-status={status}>
          {status === 'rejected' ? (
            new Intl.NumberFormat(locale()).format(number)
          ) : (
            <Proved
              formula={COUNTED[status].formula}
              period={spanName(run.first_date, run.last_date)}
              onOpen={() => onShow({ title: COUNTED[status].title, status })}
            >
              {new Intl.NumberFormat(locale()).format(number)}
            </Proved>
          )}{' '}
          {COUNTED[status].words}
        </span>
      ))}
    </p>
  )
}

interface EquationProps {
  account: ImportAccount
  isOnly: boolean
  understood: StatementImport['understood']
  onShow: () => void
}

function Equation({ account, isOnly, understood, onShow }: EquationProps) {
  const { opening_balance: opening, closing_balance: closing, currency, sum } = account
  const lines = account.lines_new + account.lines_duplicate
  return (
    <div className={classes['account']}>
      <div className={classes['who']}>
        <span className={classes['accountName']}>{account.name}</span>
        <span className={classes['kind']}>
          {account.id === null ? t`new account` : t`your account`}
          {account.external_ref && account.external_ref !== account.name ? ` · ${account.external_ref}` : ''}
          {isOnly ? '' : ` · ${spanName(account.first_date, account.last_date)}`}
        </span>
      </div>
      <div className={classes['equation']}>
        {opening !== null && closing !== null ? (
          <>
            <Term label={t`opening`}>
              <Money amount={opening} currency={currency} />
            </Term>
            <IconPlus size={14} className={classes['operator']} aria-label={t`plus`} />
          </>
        ) : null}
        <Term label={t`sum of ${plural(lines, { one: '# line', other: '# lines' })}`}>
          <Proved
            formula={t`sum of every line of the file, new and already there`}
            period={spanName(account.first_date, account.last_date)}
            rows={plural(lines, { one: '# line', other: '# lines' })}
            onOpen={onShow}
          >
            <Money amount={sum} currency={currency} />
          </Proved>
        </Term>
        {closing !== null ? (
          <>
            {opening !== null ? <IconEqual size={14} className={classes['operator']} aria-label={t`equals`} /> : null}
            <Term label={t`closing, says the file`}>
              <Money amount={closing} currency={currency} />
            </Term>
          </>
        ) : null}
        <Check account={account} understood={understood} />
      </div>
    </div>
  )
}

function Term({ label, children }: { label: string; children: React.ReactNode }) {
  return (
    <span className={classes['term']}>
      <span className={classes['amount']}>{children}</span>
      <span className={classes['label']}>{label}</span>
    </span>
  )
}

function Check({ account, understood }: Pick<EquationProps, 'account' | 'understood'>) {
  if (account.balance_check === 'agrees')
    return (
      <span className={classes['check']} data-check="agrees">
        <IconCheck size={16} stroke={2.4} aria-hidden /> <Trans>fits to the cent</Trans>
      </span>
    )
  const { balances } = understood
  if (account.balance_check === 'not_stated' && balances)
    return allStepsAgree(understood) ? (
      <span className={classes['check']} data-check="agrees">
        <IconCheck size={16} stroke={2.4} aria-hidden /> {understoodWords(balances)}
      </span>
    ) : (
      <span className={classes['check']} data-check="differs">
        {understoodWords(balances)}
      </span>
    )
  if (account.balance_check === 'not_stated')
    return (
      <span className={classes['check']}>
        {account.closing_balance === null ? t`The file states no balances to check this by.` : t`The file states no opening balance to check this by.`}
      </span>
    )
  return (
    <span className={classes['check']} data-check="differs">
      {account.balance_difference ? (
        <>
          <Trans><Money amount={account.balance_difference} currency={account.currency} /> apart: a line may be missing or misread.</Trans>
        </>
      ) : (
        t`It does not fit: a line may be missing or misread.`
      )}
    </span>
  )
}
