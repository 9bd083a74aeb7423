import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Kbd, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import type { Transfer } from '@/api/types'
import { say } from '@/components/ui/announce'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { suggestedTransfersQuery, type TransferAnswer } from '../api/transfers'
import { useTransferAnswer, type Answered } from '../api/use-transfer-answer'
import { surePercent } from '@/lib/sure-words'
import { retold } from '@/lib/retold'
import { useLetterKeys } from '../lib/use-letter-keys'
import { TransferSides } from './transfer-sides'
import { OnlySkipped } from './only-skipped'
import classes from './transfers.module.css'

/** Pair by pair: is this one movement between two of your accounts? */
export function TransferQueue() {
  const proposals = useQuery(suggestedTransfersQuery)
  if (proposals.isPending) return <RowSkeletons rows={4} height={72} />
  if (proposals.isError)
    return (
      <ErrorNote what={t`The proposed transfers could not be loaded`} error={proposals.error} onRetry={() => void proposals.refetch()} />
    )
  return <Walk proposals={proposals.data} />
}

function Walk({ proposals }: { proposals: readonly Transfer[] }) {
  const [answered, setAnswered] = useState<readonly Answered[]>([])
  const [skipped, setSkipped] = useState<readonly number[]>([])
  const { answer, undo } = useTransferAnswer()
  const open = proposals.filter(({ id }) => !skipped.includes(id))
  const current = open[0]
  const last = answered.at(-1)
  const takeBack = (): void => {
    if (!last) return say({ message: t`There is nothing to undo here.` })
    setAnswered((known) => known.slice(0, -1))
    undo(last)
  }
  const pass = (): void => {
    if (current) setSkipped((known) => [...known, current.id])
  }
  const settle = (said: TransferAnswer): void => {
    if (!current) return
    const one = answer(current, said)
    setAnswered((known) => [...known, one])
  }
  useLetterKeys({
    y: () => settle('confirm'),
    n: () => settle('refuse'),
    s: pass,
    u: takeBack,
  })
  if (!current) return <NothingLeft skipped={skipped.length} onAgain={() => setSkipped([])} onUndo={last ? takeBack : null} />
  return (
    <div className={classes['walk']}>
      <Text size="sm" c="dimmed" className={classes['left']} role="status">
        <strong>{plural(open.length, { one: '# pair left', other: '# pairs left' })}</strong>
        {skipped.length > 0 ? t` · ${skipped.length} skipped` : ''}
      </Text>
      <article className={classes['card']} aria-label={t`One movement between two accounts?`}>
        <TransferSides transfer={current} />
        {current.reason ? (
          <Text size="sm">
            {retold(current.reason)} <span className={classes['label']}>{surePercent(current.confidence)}</span>
          </Text>
        ) : null}
        <div className={classes['deeds']}>
          <Button rightSection={<Kbd>y</Kbd>} onClick={() => settle('confirm')}>
            <Trans>Yes, one transfer</Trans>
          </Button>
          <Button variant="default" rightSection={<Kbd>n</Kbd>} onClick={() => settle('refuse')}>
            <Trans>No, two movements</Trans>
          </Button>
          <Button variant="subtle" rightSection={<Kbd>s</Kbd>} onClick={pass}>
            <Trans>Skip</Trans>
          </Button>
          <Button variant="subtle" rightSection={<Kbd>u</Kbd>} disabled={!last} onClick={takeBack}>
            <Trans>Undo</Trans>
          </Button>
        </div>
      </article>
    </div>
  )
}

interface NothingLeftProps {
  skipped: number
  onAgain: () => void
  onUndo: (() => void) | null
}

function NothingLeft({ skipped, onAgain, onUndo }: NothingLeftProps) {
  const undo = onUndo ? (
    <Button variant="default" rightSection={<Kbd>u</Kbd>} onClick={onUndo}>
      <Trans>Undo</Trans>
    </Button>
  ) : null
  if (skipped > 0) return <OnlySkipped skipped={skipped} what="pairs" onAgain={onAgain} undo={undo} />
  return (
    <EmptyNote
      title={t`No transfer waits for you`}
      action={
        <span className={classes['deeds']}>
          <Button component={Link} to="/transactions" variant="default">
            <Trans>See the transactions</Trans>
          </Button>
          {undo}
        </span>
      }
    >
      <Trans>When money leaves one of your accounts and comes into another, we ask here whether it is one movement. To link two rows
      yourself, choose them in the transactions.</Trans>
    </EmptyNote>
  )
}
