import { Link } from '@tanstack/react-router'
import { useEffect, useRef } from 'react'
import classes from './sub-nav.module.css'

export interface SubPage {
  to: '/plan/budgets' | '/plan/recurring' | '/plan/forecast' | '/plan/what-if' | '/accounts' | '/accounts/net-worth' | '/accounts/cash-flow' | '/plan/goals' | '/plan/debts' | '/advice' | '/advice/insights' | '/advice/health' | '/advice/changes' | '/advice/scores' | '/reports'
  label: string
}

interface SubNavProps {
  /** Said to those who cannot see where it stands. */
  label: string
  pages: readonly SubPage[]
}

/** The pages of one part of the product, each with an address of its own. */
export function SubNav({ label, pages }: SubNavProps) {
  const nav = useRef<HTMLElement>(null)
  useEffect(() => {
    // On a phone the row is wider than the screen; the page one is on must not be out of sight.
    const here = nav.current?.querySelector<HTMLElement>('[aria-current]')
    if (nav.current && here) nav.current.scrollLeft = here.offsetLeft - (nav.current.clientWidth - here.offsetWidth) / 2
  }, [])
  return (
    <nav ref={nav} className={classes['nav']} aria-label={label}>
      {pages.map(({ to, label: name }) => (
        <Link
          key={to}
          to={to}
          className={classes['link']}
          activeProps={{ 'data-active': true, 'aria-current': 'page' }}
          activeOptions={{ exact: true, includeSearch: false }}
        >
          {name}
        </Link>
      ))}
    </nav>
  )
}
