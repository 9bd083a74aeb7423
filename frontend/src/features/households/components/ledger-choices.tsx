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

/** One's own money and that of each household, the one that is shown marked. */
export function LedgerChoices({ at, id, isOpen, households, onChange, onManage }: LedgerChoicesProps) {
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
        {households.map(({ id: number, name, role }) => (
          <Menu.Item
            key={number}
            leftSection={<IconUsers {...ICON} />}
            rightSection={number === current?.id ? <IconCheck {...ICON} /> : null}
            aria-current={number === current?.id || undefined}
            onClick={() => (number === current?.id ? undefined : switchLedger({ id: number, name, role }))}
          >
            {name} <span className={classes['role']}>{ROLES[role]}</span>
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
