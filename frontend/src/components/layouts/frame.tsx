import { IconDots } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import type { ComponentType, ReactNode } from 'react'
import classes from './frame.module.css'

export interface Destination {
  to: '/' | '/transactions' | '/accounts' | '/reports' | '/import' | '/settings'
  label: string
  icon: ComponentType<{ size?: number | string; stroke?: number | string; 'aria-hidden'?: boolean }>
}

interface FrameProps {
  destinations: readonly Destination[]
  /** On the phone's bar, in this order; the middle one is the round + button. */
  bar: readonly (Destination & { isMain?: boolean })[]
  /** Last on the phone's bar: opens what has no place of its own there. */
  onMore: () => void
  jobStrip: ReactNode
  tools: ReactNode
  children: ReactNode
}

function Wordmark() {
  return (
    <Link to="/" className={classes['wordmark']} aria-label="SpendWise, overview">
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden>
        <rect width="32" height="32" rx="8" fill="#0b5c57" />
        <path d="M8 11.5h16M8 17h11" stroke="#fff" strokeWidth="2.4" strokeLinecap="round" />
        <path d="M8 23h16" stroke="#8fe0d4" strokeWidth="2.4" strokeLinecap="round" strokeDasharray=".1 4" />
      </svg>
      <span className={classes['word']}>SpendWise</span>
    </Link>
  )
}

/** Rail on the left (bottom bar on a phone), one content column, the job strip at the foot of the rail. */
export function Frame({ destinations, bar, onMore, jobStrip, tools, children }: FrameProps) {
  return (
    <div className={classes['frame']}>
      <a className={classes['skip']} href="#content">
        Skip to the content
      </a>
      <aside className={classes['rail']}>
        <Wordmark />
        <nav className={classes['nav']} aria-label="Main">
          {destinations.map(({ to, label, icon: Icon }) => (
            <Link
              key={to}
              to={to}
              className={classes['link']}
              activeProps={{ 'data-active': true, 'aria-current': 'page' }}
              activeOptions={{ exact: to === '/', includeSearch: false }}
              title={label}
            >
              <Icon size={19} stroke={1.6} aria-hidden />
              <span className={classes['label']}>{label}</span>
            </Link>
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
      <nav className={classes['bar']} aria-label="Main, phone">
        {bar.map(({ to, label, icon: Icon, isMain }) => (
          <Link
            key={to}
            to={to}
            className={classes['barLink']}
            data-main={isMain === true || undefined}
            activeProps={{ 'data-active': true, 'aria-current': 'page' }}
            activeOptions={{ exact: to === '/', includeSearch: false }}
          >
            <span className={classes['barIcon']}>
              <Icon size={isMain ? 22 : 21} stroke={1.7} aria-hidden />
            </span>
            <span className={classes['barLabel']}>{label}</span>
          </Link>
        ))}
        <button type="button" className={classes['barLink']} aria-haspopup="dialog" onClick={onMore}>
          <span className={classes['barIcon']}>
            <IconDots size={21} stroke={1.7} aria-hidden />
          </span>
          <span className={classes['barLabel']}>More</span>
        </button>
      </nav>
    </div>
  )
}
