import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Alert, Button, Skeleton, Stack, Text, Title } from '@mantine/core'
import { IconAlertTriangle, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { messageOf } from '@/api/errors'
import classes from './notes.module.css'

interface ErrorNoteProps {
  /** What was tried: "The transactions could not be loaded". */
  what: string
  error: unknown
  onRetry?: (() => void) | undefined
}

/** Says what happened, why, and what to do. */
export function ErrorNote({ what, error, onRetry }: ErrorNoteProps) {
  return (
    <Alert role="alert" variant="outline" color="clay" icon={<IconAlertTriangle size={18} />} title={what}>
      <Text size="sm">{messageOf(error)}</Text>
      {onRetry ? (
        <Button mt="xs" size="xs" variant="default" onClick={onRetry}>
          <Trans>Try again</Trans>
        </Button>
      ) : null}
    </Alert>
  )
}

export function Note({ children }: { children: ReactNode }) {
  return (
    <div className={classes['note']} role="note">
      <IconInfoCircle size={16} aria-hidden />
      <div>{children}</div>
    </div>
  )
}

interface EmptyNoteProps {
  title: string
  children: ReactNode
  action?: ReactNode
}

/** Nothing here yet: one sentence and the one action that changes it. */
export function EmptyNote({ title, children, action }: EmptyNoteProps) {
  return (
    <div className={classes['empty']}>
      <Title order={2}>{title}</Title>
      <Text c="dimmed" maw={460}>
        {children}
      </Text>
      {action}
    </div>
  )
}

/** Keeps the room that rows will take, so that nothing jumps when they come. */
export function RowSkeletons({ rows, height = 40 }: { rows: number; height?: number }) {
  return (
    <Stack gap={8} aria-busy="true" aria-label={t`Loading`} role="status">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={height - 8} radius="sm" />
      ))}
    </Stack>
  )
}
