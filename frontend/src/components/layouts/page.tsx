import { Title } from '@mantine/core'
import { useEffect, type ReactNode } from 'react'
import classes from './page.module.css'

interface PageProps {
  title: string
  /** Stands right of the title: the period picker, the page's main action. */
  tools?: ReactNode
  /** The title is still there for screen readers when the page opens with a sentence of its own. */
  hasVisibleTitle?: boolean
  children: ReactNode
}

export function Page({ title, tools, hasVisibleTitle = true, children }: PageProps) {
  useEffect(() => {
    document.title = `${title} · SpendWise`
  }, [title])
  return (
    <div className={classes['page']}>
      <header className={classes['head']}>
        <Title order={1} className={classes['title']} data-quiet={!hasVisibleTitle || undefined}>
          {title}
        </Title>
        <div className={classes['tools']}>{tools}</div>
      </header>
      {children}
    </div>
  )
}
