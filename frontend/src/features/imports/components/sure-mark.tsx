import { IconCheck } from '@tabler/icons-react'
import type { Verdict } from '../lib/verdict'
import classes from './sure-mark.module.css'

/** How sure the reading is: a tick for proved, solid for read, hollow for what a person should look at. */
export function SureMark({ sureness, words }: Verdict) {
  return (
    <span className={classes['mark']} data-sureness={sureness}>
      <span className={classes['dot']} aria-hidden>
        {sureness === 'proved' ? <IconCheck size={11} stroke={3} /> : null}
      </span>
      {words}
    </span>
  )
}
