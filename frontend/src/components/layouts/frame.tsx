import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { IconDots } from '@tabler/icons-react'
import { Link, useLocation } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import classes from './frame.module.css'

export interface Destination {
  to: '/' | '/transactions' | '/accounts' | '/plan' | '/advice' | '/reports' | '/ask' | '/import' | '/settings'
  label: string
  /** Pages elsewhere that belong to it. */
  also?: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>
}

interface FrameProps {
  destinations: readonly Destination[]
  /** On the phone's bar, in this order. */
  bar: readonly Destination[]
  /** Last on the phone's bar: opens what has no place of its own there. */
  onMore: () => void
  /** Whose money this is, where there is more than one answer. */
  switcher: ReactNode
  jobStrip: ReactNode
  tools: ReactNode
  children: ReactNode
}

function Wordmark() {
  return (
    <Link to="/" className={classes['wordmark']} aria-label={t`SpendWise, overview`}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="8" fill="#0b5c57" />
        <path d="M8 11.5h16M8 17h11" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
        <path d="M8 23h16" stroke="#8fe0d4" strokeWidth="2.4" strokeLinecap="round" strokeDasharray=".1 4" />
      </svg>
      <span className={classes['word']}>SpendWise</span>
    </Link>
  )
}

function useIsInside(): (destination: Destination) => boolean {
  const path = useLocation({ select: ({ pathname }) => pathname })
  const isUnder = (root: string): boolean => path === root || path.startsWith(`${root}/`)
  return ({ to, also }) => (to === '/' ? path === '/' : isUnder(to)) || (also !== undefined && isUnder(also))
}

interface PlaceProps {
  destination: Destination
  isHere: boolean
  className: string | undefined
  title?: string
  children: ReactNode
}

/** Marked by hand: a page such as a report belongs to a destination that its address does not begin with. */
function Place({ destination, isHere, className, title, children }: PlaceProps) {
  return (
    <Link
      to={destination.to}
      className={className}
      title={title}
      data-active={isHere || undefined}
      activeProps={{}}
      aria-current={isHere ? 'page' : undefined}
    >
      {children}
    </Link>
  )
}

/** Rail on the left (bottom bar on a phone), one content column, the job strip at the foot of the rail. */
export function Frame({ destinations, bar, onMore, switcher, jobStrip, tools, children }: FrameProps) {
  const isInside = useIsInside()
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#content">
        <Trans>Skip to the content</Trans>
      </a>
      <aside className={classes['rail']}>
        <Wordmark />
        {switcher}
        <nav className={classes['nav']} aria-label={t`Main`}>
          {destinations.map((one) => (
            <Place key={one.to} destination={one} isHere={isInside(one)} className={classes['link']} title={one.label}>
              <one.icon size={19} stroke={1.6} aria-hidden />
              <span className={classes['label']}>{one.label}</span>
            </Place>
          ))}
        </nav>
        <div className={classes['foot']}>
          {jobStrip}
          <div className={classes['tools']}>{tools}</div>
        </div>
      </aside>
      <main id="content" className={classes['content']} tabIndex={-1}>
        {children}
      </main>
      <nav className={classes['bar']} aria-label={t`Main, phone`}>
        {bar.map((one) => (
          <Place key={one.to} destination={one} isHere={isInside(one)} className={classes['barLink']}>
            <span className={classes['barIcon']}>
              <one.icon size={21} stroke={1.7} aria-hidden />
            </span>
            <span className={classes['barLabel']}>{one.label}</span>
          </Place>
        ))}
        <button type="button" className={classes['barLink']} aria-haspopup="dialog" onClick={onMore}>
          <span className={classes['barIcon']}>
            <IconDots size={21} stroke={1.7} aria-hidden />
          </span>
          <span className={classes['barLabel']}><Trans>More</Trans></span>
        </button>
      </nav>
    </div>
  )
}
