import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Popover, Text, UnstyledButton } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { demoQuery } from '../api/first-run'
import classes from './demo.module.css'
import { RemoveDemo } from './remove-demo'

/** Says on every page that what is shown is made up, for as long as it is. */
export function DemoMark() {
  const { data: demo } = useQuery(demoQuery)
  if (!demo?.is_there) return null
  return (
    <Popover width={300} position="top-start" trapFocus returnFocus shadow="md">
      <Popover.Target>
        <UnstyledButton className={classes['mark']} aria-haspopup="dialog">
          <IconFlask size={16} stroke={1.8} aria-hidden />
          <span className={classes['label']}><Trans>Demo household</Trans></span>
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown aria-label={t`Demo household`}>
        <Text size="sm" mb="sm">
          {demo.own_rows > 0
            ? t`Part of what you see is made up: the demo household is still in your ledger, beside your own transactions.`
            : t`What you see is made up: a household to look around in, not your money.`}
        </Text>
        <RemoveDemo />
      </Popover.Dropdown>
    </Popover>
  )
}
