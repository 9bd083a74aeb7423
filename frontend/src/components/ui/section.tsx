import { Title } from '@mantine/core'
import { useId, type ReactNode } from 'react'
import type { TermId } from '@/lib/terms'
import { WhatIs } from './what-is'
import classes from './section.module.css'

interface SectionProps {
  title: string
  aside?: ReactNode
  /** The term that it is about, explained beside the title. */
  about?: TermId
  children: ReactNode
}

/** A titled part of a page: whitespace and a heading hold it together, not a box. */
export function Section({ title, aside, about, children }: SectionProps) {
  const id = useId()
  return (
    <section className={classes['section']} aria-labelledby={id}>
      <div className={classes['head']}>
        <div className={classes['name']}>
          <Title order={2} id={id} className={classes['title']}>
            {title}
          </Title>
          {about ? <WhatIs term={about} /> : null}
        </div>
        {aside}
      </div>
      {children}
    </section>
  )
}
