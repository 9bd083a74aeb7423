import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group } from '@mantine/core'
import { IconPlus } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rule } from '@/api/types'
import { EmptyNote, ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { rulesQuery } from '../api/rules'
import { useNames } from '../api/use-names'
import { useRuleActions } from '../api/use-rule-actions'
import { ApplyDialog } from './apply-dialog'
import { RuleEditor } from './rule-editor'
import { Proposals } from './proposals'
import { RuleRow } from './rule-row'
import { useHealth } from '../api/use-health'
import classes from './rules.module.css'

/** Which rules are asked about old rows: one, or null for all that are on. */
export type Applied = Rule | null

/** Rules in the order in which they are asked, with what they do in words and how they fare. */
export function Rules({ onJobs }: { onJobs: () => void }) {
  const rules = useQuery(rulesQuery)
  const [edited, setEdited] = useState<Rule | 'new' | null>(null)
  const [applied, setApplied] = useState<{ rule: Applied } | null>(null)
  return (
    <>
      <Group mb="md" gap="xs">
        <Button leftSection={<IconPlus size={16} />} onClick={() => setEdited('new')}>
          <Trans>Add a rule</Trans>
        </Button>
        {rules.data && rules.data.length > 0 ? (
          <Button variant="default" onClick={() => setApplied({ rule: null })}>
            <Trans>Apply all to your history</Trans>
          </Button>
        ) : null}
      </Group>
      {rules.isPending ? <RowSkeletons rows={4} height={72} /> : null}
      {rules.isError ? (
        <ErrorNote what={t`The rules could not be loaded`} error={rules.error} onRetry={() => void rules.refetch()} />
      ) : null}
      {rules.data?.length === 0 ? (
        <EmptyNote title={t`No rules yet`}>
          <Trans>A rule says what is done with transactions that you describe: their category, payee, tags. It works on every import,
          and on your history when you say so.</Trans>
        </EmptyNote>
      ) : null}
      {rules.data && rules.data.length > 0 ? (
        <RuleList rules={rules.data} onEdit={setEdited} onApply={(rule) => setApplied({ rule })} />
      ) : null}
      <Proposals />
      <RuleEditor
        edited={edited}
        nextPosition={Math.max(-1, ...(rules.data ?? []).map(({ position }) => position)) + 1}
        onClose={() => setEdited(null)}
        onApply={(rule) => setApplied({ rule })}
      />
      <ApplyDialog applied={applied} onClose={() => setApplied(null)} onJobs={onJobs} />
    </>
  )
}

interface RuleListProps {
  rules: readonly Rule[]
  onEdit: (rule: Rule) => void
  onApply: (rule: Rule) => void
}

function RuleList({ rules, onEdit, onApply }: RuleListProps) {
  const names = useNames()
  const { troubles, matches, rows } = useHealth()
  const actions = useRuleActions(rules)
  return (
    <>
      <p className={classes['quiet']}>
        <Trans>Asked from top to bottom: the first rule that sets a field has its way.</Trans>
        {rows > 0 ? ` ${plural(rows, { one: 'Judged by your newest # transaction.', other: 'Judged by your newest # transactions.' })}` : ''}
      </p>
      <ol className={classes['list']} aria-label={t`Rules in order`}>
        {rules.map((rule, at) => (
          <RuleRow
            key={rule.id}
            rule={rule}
            number={at + 1}
            isLast={at === rules.length - 1}
            names={names}
            found={matches.get(rule.id)}
            troubles={troubles.get(rule.id) ?? []}
            actions={actions}
            onEdit={() => onEdit(rule)}
            onApply={() => onApply(rule)}
          />
        ))}
      </ol>
    </>
  )
}
