import { t } from '@lingui/core/macro'
import { UnstyledButton } from '@mantine/core'
import { IconSelector, IconUser, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense } from 'react'
import { ledger } from '@/api/ledger'
import { householdsQuery } from '@/api/queries'
import { useOpener } from '@/components/ui/opener'
import classes from './ledger.module.css'
import { LedgerChoices } from './parts'

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Whose money is shown, and a way to another's; nothing for those who have only their own. */
export function LedgerSwitcher({ onManage }: { onManage: () => void }) {
  const { data: households = [] } = useQuery(householdsQuery)
  const { button, opened } = useOpener('menu')
  const { current } = ledger
  if (households.length === 0 && !current) return null
  const name = current?.name ?? t`My own money`
  const Sign = current ? IconUsers : IconUser
  return (
    <>
      <UnstyledButton
        className={classes['switcher'] ?? ''}
        data-shared={current !== null || undefined}
        title={name}
        aria-label={t`Whose money: ${name}`}
        {...button}
      >
        <Sign {...ICON} />
        <span className={classes['name']}>{name}</span>
        <IconSelector {...ICON} className={classes['sign'] ?? ''} />
      </UnstyledButton>
      <Suspense>
        {opened ? <LedgerChoices {...opened} households={households} onManage={onManage} /> : null}
      </Suspense>
    </>
  )
}
