import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { useQuery } from '@tanstack/react-query'
import type { StatementImport } from '@/api/types'
import { listed } from '@/lib/words'
import { openReviewsQuery } from '../api/reviews'
import { Certificate } from './certificate'
import classes from './result.module.css'
import { UndoButton } from './undo-button'

/** What became of an import: booked, with its certificate, or taken back. */
export function Result({ run }: { run: StatementImport }) {
  if (run.status === 'rolled_back')
    return <Text role="status"><Trans>Taken back. Everything is as it was before this import.</Trans></Text>
  const [first] = run.accounts
  const isOne = run.accounts.length === 1 && first !== undefined && first.id !== null
  return (
    <>
      <div className={classes['result']}>
        <Text role="status" fw={560}>
          {run.lines_new === 0
            ? t`Nothing was new: all of it is there already.`
            : t`${plural(run.lines_new, { one: '# transaction', other: '# transactions' })} imported into ${listed(run.accounts.map(({ name }) => name))}.`}
        </Text>
        <span className={classes['buttons']}>
          <Button
            size="sm"
            variant="light"
            renderRoot={(props) => (
              <Link to="/transactions" search={{ period: 'all', ...(isOne ? { account: String(first.id) } : {}) }} {...props} />
            )}
          >
            <Trans>See the transactions</Trans>
          </Button>
          <UndoButton run={run} />
        </span>
      </div>
      <ToDecide run={run} />
      {run.certificate ? <Certificate run={run} certificate={run.certificate} /> : null}
    </>
  )
}

function ToDecide({ run }: { run: StatementImport }) {
  const { data: reviews = [] } = useQuery(openReviewsQuery)
  const open = reviews.filter((review) => review.import === run.id).length
  if (open === 0) return null
  return (
    <Text size="sm">
      <a href="#same-or-different" className={classes['link']}>
        <Trans>{plural(open, { one: '# line', other: '# lines' })} may be there twice: decide below</Trans>
      </a>
    </Text>
  )
}
