import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Text, UnstyledButton } from '@mantine/core'
import { IconFlask } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { Popup } from '@/components/ui/popup'
import { demoQuery } from '../api/first-run'
import classes from './demo.module.css'
import { RemoveDemo } from './remove-demo'

/** Says on every page that what is shown is made up, for as long as it is. */
export function DemoMark() {
  const { data: demo } = useQuery(demoQuery)
  if (!demo?.is_there) return null
  return (
    <Popup
      label={t`Demo household`}
      width={300}
      position="top-start"
      button={(props) => (
        <UnstyledButton className={classes['mark']} {...props}>
          <IconFlask size={16} stroke={1.8} aria-hidden />
          <span className={classes['label']}><Trans>Demo household</Trans></span>
        </UnstyledButton>
      )}
    >
      {() => (
        <>
          <Text size="sm" mb="sm">
            {demo.own_rows > 0
              ? t`Part of what you see is made up: the demo household is still in your ledger, beside your own transactions.`
              : t`What you see is made up: a household to look around in, not your money.`}
          </Text>
          <RemoveDemo />
        </>
      )}
    </Popup>
  )
}
