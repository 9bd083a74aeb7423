import { Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import { ledger } from '@/api/ledger'
import { WhatIs } from '@/components/ui/what-is'
import type { TermId } from '@/lib/terms'
import classes from './page.module.css'

interface PageProps {
  title: string
  /** Stands right of the title: the period picker, the page's main action. */
  tools?: ReactNode
  /** The title is still there for screen readers when the page opens with a sentence of its own. */
  hasVisibleTitle?: boolean
  /** The term that the page is about, explained beside its title. */
  about?: TermId
  children: ReactNode
}

export function Page({ title, tools, hasVisibleTitle = true, about, children }: PageProps) {
  useEffect(() => {
    document.title = [title, ledger.current?.name, 'SpendWise'].filter(Boolean).join(' · ')
  }, [title])
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <div className={classes['name']}>
          <Title order={1} className={classes['title']} data-quiet={!hasVisibleTitle || undefined}>
            {title}
          </Title>
          {about ? <WhatIs term={about} /> : null}
        </div>
        <div className={classes['tools']}>{tools}</div>
      </header>
      {children}
    </div>
  )
}
