import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CloseButton, TextInput } from '@mantine/core'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useMemo, useState } from 'react'
import { payeesQuery } from '@/api/queries'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { foundPayees } from '../lib/found'
import { PayeeDrawer } from './payee-drawer'
import classes from './payees.module.css'

const STEP = 100

/** Everybody you pay or who pays you, under your own names. */
export function Payees() {
  const payees = useQuery(payeesQuery)
  const [words, setWords] = useState('')
  const [most, setMost] = useState(STEP)
  const [openId, setOpenId] = useState<number | null>(null)
  const found = useMemo(() => foundPayees(payees.data ?? [], words), [payees.data, words])
  if (payees.isPending) return <RowSkeletons rows={10} />
  if (payees.isError)
    return <ErrorNote what={t`The payees could not be loaded`} error={payees.error} onRetry={() => void payees.refetch()} />
  if (payees.data.length === 0)
    return <EmptyNote title={t`No payee yet`}><Trans>Payees come with your bank statements. Here you rename, merge and split them.</Trans></EmptyNote>
  return (
    <div className={classes['payees']}>
      <TextInput
        aria-label={t`Search payees`}
        placeholder={t`Search by name or spelling`}
        leftSection={<IconSearch size={16} />}
        rightSection={words ? <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => setWords('')} /> : null}
        value={words}
        onChange={(event) => {
          setWords(event.target.value)
          setMost(STEP)
        }}
      />
      <p className={classes['quiet']} aria-live="polite">
        {plural(found.length, { one: '# payee', other: '# payees' })}
      </p>
      <ul className={classes['list']}>
        {found.slice(0, most).map(({ id, name, transaction_count: rows, aliases }) => (
          <li key={id} className={classes['row']}>
            <span className={classes['what']}>
              <button type="button" className={classes['open']} aria-label={t`Edit ${name}`} onClick={() => setOpenId(id)}>
                {name}
              </button>
              {aliases.length > 0 ? <span className={classes['quiet']}><Trans>also {aliases.join(', ')}</Trans></span> : null}
            </span>
            <span className={classes['used']}>{plural(rows, { one: '# transaction', other: '# transactions' })}</span>
          </li>
        ))}
      </ul>
      {found.length > most ? (
        <Button mt="sm" variant="default" onClick={() => setMost(most + STEP)}>
          <Trans>Show more</Trans>
        </Button>
      ) : null}
      <PayeeDrawer payee={payees.data.find(({ id }) => id === openId) ?? null} payees={payees.data} onClose={() => setOpenId(null)} />
    </div>
  )
}
