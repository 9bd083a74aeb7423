import type { StatementImport } from '@/api/types'
import classes from './import-counts.module.css'

/** The four counts of a file; what was rejected stands out only when there is some. */
export function ImportCounts({ run }: { run: StatementImport }) {
  const counts = [
    { label: 'found', number: run.lines_found },
    { label: 'new', number: run.lines_new },
    { label: 'already there', number: run.lines_duplicate },
    { label: 'rejected', number: run.lines_rejected, isBad: run.lines_rejected > 0 },
  ]
  return (
    <dl className={classes['counts']}>
      {counts.map(({ label, number, isBad }) => (
        <div key={label} className={classes['count']} data-bad={isBad === true || undefined}>
          <dd>{new Intl.NumberFormat().format(number)}</dd>
          <dt>{label}</dt>
        </div>
      ))}
    </dl>
  )
}
