import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Menu, UnstyledButton } from '@mantine/core'
import { IconCheck, IconSelector, IconSettings, IconUser, IconUsers } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { ledger, switchLedger } from '@/api/ledger'
import { householdsQuery } from '@/api/queries'
import { ROLES } from '../lib/roles'
import classes from './households.module.css'

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

/** Whose money is shown, and a way to another's; nothing for those who have only their own. */
export function LedgerSwitcher({ onManage }: { onManage: () => void }) {
  const { data: households = [] } = useQuery(householdsQuery)
  const { current } = ledger
  if (households.length === 0 && !current) return null
  const name = current?.name ?? t`My own money`
  return (
    <Menu position="bottom-start" shadow="md" width={240}>
      <Menu.Target>
        <UnstyledButton className={classes['switcher'] ?? ''} data-shared={current !== null || undefined} title={name} aria-label={t`Whose money: ${name}`}>
          {current ? <IconUsers {...ICON} /> : <IconUser {...ICON} />}
          <span className={classes['switcherName']}>{name}</span>
          <IconSelector {...ICON} className={classes['switcherMark'] ?? ''} />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<IconUser {...ICON} />}
          rightSection={current ? null : <IconCheck {...ICON} />}
          aria-current={current ? undefined : true}
          onClick={() => (current ? switchLedger(null) : undefined)}
        >
          <Trans>My own money</Trans>
        </Menu.Item>
        {households.map((one) => (
          <Menu.Item
            key={one.id}
            leftSection={<IconUsers {...ICON} />}
            rightSection={one.id === current?.id ? <IconCheck {...ICON} /> : null}
            aria-current={one.id === current?.id || undefined}
            onClick={() => (one.id === current?.id ? undefined : switchLedger({ id: one.id, name: one.name, role: one.role }))}
          >
            {one.name} <span className={classes['role']}>{ROLES[one.role]}</span>
          </Menu.Item>
        ))}
        <Menu.Divider />
        <Menu.Item leftSection={<IconSettings {...ICON} />} onClick={onManage}>
          <Trans>Households</Trans>
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
