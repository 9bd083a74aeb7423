import { Trans } from '@lingui/react/macro'
import { Menu } from '@mantine/core'
import { IconCheck, IconSettings, IconUser, IconUsers } from '@tabler/icons-react'
import { ledger, switchLedger } from '@/api/ledger'
import type { Household } from '@/api/types'
import { AnchorAt } from '@/components/ui/anchor-at'
import type { Opened } from '@/components/ui/opener'
import { useOpenedAfter } from '@/lib/later'
import { ROLES } from '../lib/roles'
import classes from './households.module.css'

const ICON = { size: 16, stroke: 1.6, 'aria-hidden': true } as const

interface LedgerChoicesProps extends Opened {
  households: readonly Household[]
  onManage: () => void
}

export function LedgerChoices({ at, id, isOpen, onChange, households, onManage }: LedgerChoicesProps) {
  const { current } = ledger
  return (
    <Menu id={id} opened={useOpenedAfter(isOpen)} onChange={onChange} position="bottom-start" shadow="md" width={240}>
      <Menu.Target>
        <AnchorAt at={at} />
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
