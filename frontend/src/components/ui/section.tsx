import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import classes from './section.module.css'

interface SectionProps {
  title: string
  aside?: ReactNode
  children: ReactNode
}

/** A titled part of a page: whitespace and a heading hold it together, not a box. */
export function Section({ title, aside, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <Title order={2} id={id} className={classes['title']}>
          {title}
        </Title>
        {aside}
      </div>
      {children}
    </section>
  )
}
