import { t } from '@lingui/core/macro'
import { UnstyledButton } from '@mantine/core'
import { IconSelector, IconUser, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Suspense, useId, useState, type SyntheticEvent } from 'react'
import { ledger } from '@/api/ledger'
import { householdsQuery } from '@/api/queries'
import classes from './ledger.module.css'
import { LedgerChoices } from './parts'

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Whose money is shown, and a way to another's; nothing for those who have only their own. */
export function LedgerSwitcher({ onManage }: { onManage: () => void }) {
  const id = useId()
  const { data: households = [] } = useQuery(householdsQuery)
  const [at, setAt] = useState<HTMLElement | null>(null)
  const [isOpen, setOpen] = useState(false)
  const reach = ({ currentTarget }: SyntheticEvent<HTMLElement>): void => setAt(currentTarget)
  const { current } = ledger
  if (households.length === 0 && !current) return null
  const name = current?.name ?? t`My own money`
  const Sign = current ? IconUsers : IconUser
  return (
    <>
      <UnstyledButton
        id={`${id}-target`}
        className={classes['switcher'] ?? ''}
        data-shared={current !== null || undefined}
        title={name}
        aria-label={t`Whose money: ${name}`}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? `${id}-dropdown` : undefined}
        onMouseEnter={reach}
        onFocus={reach}
        onClick={(event) => {
          reach(event)
          setOpen(!isOpen)
        }}
      >
        <Sign {...ICON} />
        <span className={classes['name']}>{name}</span>
        <IconSelector {...ICON} className={classes['sign'] ?? ''} />
      </UnstyledButton>
      <Suspense>
        {at ? <LedgerChoices at={at} id={id} isOpen={isOpen} households={households} onChange={setOpen} onManage={onManage} /> : null}
      </Suspense>
    </>
  )
}
