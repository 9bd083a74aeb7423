import { Trans } from '@lingui/react/macro'
import { Text, Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './door.module.css'

interface DoorProps {
  title: string
  foot: ReactNode
  children: ReactNode
}

/** The page before the product: what it is on one side, the form on the other. */
export function Door({ title, foot, children }: DoorProps) {
  useEffect(() => {
    document.title = `${title} · SpendWise`
  }, [title])
  return (
    <div className={classes['door']}>
      <aside className={classes['pitch']}>
        <div className={classes['brand']}>SpendWise</div>
        <p className={classes['sentence']}>
          <Trans><span className={classes['proof']}>Every figure</span> leads to the transactions behind it.</Trans>
        </p>
        <p className={classes['small']}>
          <Trans>Your own server, your own data. What SpendWise tells you adds up from your own rows, to the cent, and you can
          see for yourself.</Trans>
        </p>
      </aside>
      <main className={classes['side']}>
        <div className={classes['form']}>
          <Title order={1} mb="lg">
            {title}
          </Title>
          {children}
          <Text size="sm" c="dimmed" mt="lg">
            {foot}
          </Text>
        </div>
      </main>
    </div>
  )
}
