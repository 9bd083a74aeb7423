import { t } from '@lingui/core/macro'
import { CloseButton, Text } from '@mantine/core'
import type { ReactNode } from 'react'
import classes from './run-card.module.css'

interface CardFrameProps {
  name: string
  /** Under the name: what the file was taken for. */
  about?: ReactNode
  aside?: ReactNode
  onPutAway: () => void
  children: ReactNode
}

export function CardFrame({ name, about, aside, onPutAway, children }: CardFrameProps) {
  return (
    <article className={classes['card']} aria-label={name}>
      <header className={classes['head']}>
        <div className={classes['name']}>
          <Text fw={600} truncate component="h2" size="md">
            {name}
          </Text>
          {about}
        </div>
        {aside}
        <CloseButton aria-label={t`Put ${name} away`} onClick={onPutAway} />
      </header>
      {children}
    </article>
  )
}
