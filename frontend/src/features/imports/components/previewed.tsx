import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Collapse, Text, UnstyledButton } from '@mantine/core'
import { IconAdjustmentsHorizontal, IconArrowBackUp, IconChevronDown } from '@tabler/icons-react'
import { useState } from 'react'
import type { StatementImport } from '@/api/types'
import { ErrorNote } from '@/components/ui/notes'
import { useReading, type Reading } from '../api/use-reading'
import { CommitBar } from './commit-bar'
import { FileColumns } from './file-columns'
import { KnownRows } from './known-rows'
import { PreviewTable } from './preview-table'
import classes from './previewed.module.css'
import { ProblemList } from './problem-list'
import { ProfileNote } from './profile-note'
import { Questions } from './questions'
import { ReadingPanel } from './reading-panel'
import { Tally } from './tally'

/** A file that was read and waits for the word to book it. */
export function Previewed({ run }: { run: StatementImport }) {
  const reading = useReading(run)
  return (
    <>
      <Tally run={run} />
      <ProfileNote run={run} reading={reading} />
      <Questions run={run} reading={reading} />
      {reading.error ? <ErrorNote what={t`The file was not read again; it stands as before`} error={reading.error} /> : null}
      <div className={classes['reading']} aria-busy={reading.isReading || undefined}>
        <HowRead run={run} reading={reading} />
        <div className={classes['rows']} data-reading={reading.isReading || undefined}>
          <PreviewTable run={run} />
        </div>
        <KnownRows rows={run.duplicates} total={run.lines_duplicate} />
        <ProblemList run={run} />
      </div>
      <CommitBar run={run} reading={reading} />
    </>
  )
}

interface HowReadProps {
  run: StatementImport
  reading: Reading
}

/** The columns of a table with their roles, and behind a switch everything else that decides how it is read. */
function HowRead({ run, reading }: HowReadProps) {
  const [isOpen, setOpen] = useState(false)
  const isTable = run.columns.length > 0
  return (
    <section className={classes['how']} aria-label={t`How the file is read`}>
      <div className={classes['bar']}>
        <UnstyledButton className={classes['toggle']} aria-expanded={isOpen} onClick={() => setOpen((open) => !open)}>
          <IconAdjustmentsHorizontal size={16} aria-hidden />
          <Trans>Reading</Trans>
          <IconChevronDown size={14} aria-hidden className={classes['chevron']} data-open={isOpen || undefined} />
        </UnstyledButton>
        <LastChange reading={reading} fallback={isTable ? t`Is a column something else? Press its head.` : ''} />
      </div>
      <Collapse expanded={isOpen}>
        <ReadingPanel run={run} reading={reading} />
      </Collapse>
      {isTable ? <FileColumns run={run} reading={reading} /> : null}
    </section>
  )
}

function LastChange({ reading, fallback }: { reading: Reading; fallback: string }) {
  return (
    <div className={classes['change']} role="status">
      {reading.last ? (
        <>
          <Text span size="sm">
            {reading.last.label}
          </Text>
          <Button size="compact-sm" variant="subtle" leftSection={<IconArrowBackUp size={15} />} onClick={reading.undo}>
            <Trans>Undo</Trans>
          </Button>
        </>
      ) : (
        <Text span size="sm" c="dimmed">
          {fallback}
        </Text>
      )}
    </div>
  )
}
