import { Text } from '@mantine/core'
import { IconCheck, IconAlertTriangle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import classes from './proof.module.css'

interface ProofHeadProps {
  value: ReactNode
  definition: string
  /** Formula and version, period, when it was computed. */
  notes: readonly string[]
}

export function ProofHead({ value, definition, notes }: ProofHeadProps) {
  return (
    <div className={classes['head']}>
      <div className={classes['value']}>{value}</div>
      <p className={classes['definition']}>{definition}</p>
      <Text size="xs" c="dimmed" component="ul" className={classes['notes']}>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </Text>
    </div>
  )
}

/** Whether the rows add up to the figure, said plainly. */
export function Verdict({ isRight, children }: { isRight: boolean; children: ReactNode }) {
  return (
    <p className={classes['verdict']} data-right={isRight || undefined} role="status">
      {isRight ? <IconCheck size={16} aria-hidden /> : <IconAlertTriangle size={16} aria-hidden />}
      <span>{children}</span>
    </p>
  )
}
