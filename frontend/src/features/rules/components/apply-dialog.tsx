import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, Modal, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { jobsQuery, mergeJob } from '@/api/jobs'
import type { Job } from '@/api/types'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { applyRules } from '../api/rules'
import type { Applied } from './rules'
import { SampleList } from './sample-list'

interface ApplyDialogProps {
  applied: { rule: Applied } | null
  onClose: () => void
  onJobs: () => void
}

/** Shows what rules would do to rows that are there, then hands it to a job. */
export function ApplyDialog({ applied, onClose, onJobs }: ApplyDialogProps) {
  return (
    <Modal opened={applied !== null} onClose={onClose} size="lg" title={t`Apply to your history`} closeButtonProps={{ 'aria-label': t`Close` }}>
      {applied ? <Apply rule={applied.rule} onClose={onClose} onJobs={onJobs} /> : null}
    </Modal>
  )
}

function Apply({ rule, onClose, onJobs }: { rule: Applied; onClose: () => void; onJobs: () => void }) {
  const [overrule, setOverrule] = useState(false)
  const client = useQueryClient()
  const rules = rule ? [rule.id] : null
  const preview = useQuery({
    queryKey: ['rules', 'apply', rules, overrule],
    queryFn: () => applyRules(rules, overrule, true),
    gcTime: 0,
  })
  const work = useMutation({
    mutationFn: () => applyRules(rules, overrule, false),
    onSuccess: ({ job }) => {
      if (job) client.setQueryData<Job[]>(jobsQuery.queryKey, (jobs) => mergeJob(jobs, job))
      void client.invalidateQueries({ queryKey: jobsQuery.queryKey })
    },
  })
  if (work.isSuccess)
    return (
      <>
        <Text><Trans>The rules are being applied. You can go on meanwhile; each rule becomes one change that you can undo.</Trans></Text>
        <Group mt="lg" justify="flex-end">
          <Button
            variant="default"
            onClick={() => {
              onClose()
              onJobs()
            }}
          >
            <Trans>Show the job</Trans>
          </Button>
          <Button data-autofocus onClick={onClose}>
            <Trans>Done</Trans>
          </Button>
        </Group>
      </>
    )
  return (
    <>
      <Checkbox
        mb="md"
        label={t`Also where you chose the category by hand`}
        checked={overrule}
        onChange={(event) => setOverrule(event.target.checked)}
      />
      {preview.isPending ? <RowSkeletons rows={5} /> : null}
      {preview.isError ? <ErrorNote what={t`This cannot be shown`} error={preview.error} onRetry={() => void preview.refetch()} /> : null}
      {preview.data ? (
        <>
          <Text mb="xs"><Trans>{plural(preview.data.matches ?? 0, { one: '# transaction', other: '# transactions' })} found.</Trans></Text>
          <SampleList sample={preview.data.sample} empty={overrule ? t`None would change: they have this already.` : t`None would change: they have this already, or you chose otherwise by hand.`} />
        </>
      ) : null}
      {work.error ? <ErrorNote what={t`Nothing was changed`} error={work.error} /> : null}
      <Group mt="lg" justify="flex-end">
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button loading={work.isPending} disabled={!preview.data || preview.data.sample.length === 0} onClick={() => work.mutate()}>
          <Trans>Apply</Trans>
        </Button>
      </Group>
    </>
  )
}
