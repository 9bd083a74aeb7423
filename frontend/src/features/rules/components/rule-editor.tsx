import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Group, TextInput } from '@mantine/core'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Rule, RuleRequest } from '@/api/types'
import { say } from '@/components/ui/announce'
import { GuardedDrawer } from '@/components/ui/guarded-drawer'
import { ErrorNote } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { useUnsaved } from '@/components/ui/unsaved'
import { useLast } from '@/lib/use-last'
import { createRule, rulesChanged, saveRule } from '../api/rules'
import { newAction, readActions, writeActions, type ActionDraft } from '../lib/actions'
import { hasGaps, newGroup, readCondition, writeCondition, type Group as ConditionGroup } from '../lib/condition'
import { plainError } from '../lib/plain-error'
import { ActionList } from './action-editor'
import { GroupEditor } from './condition-editor'
import { RulePreview } from './rule-preview'
import classes from './rules.module.css'

interface RuleEditorProps {
  edited: Rule | 'new' | null
  nextPosition: number
  onClose: () => void
  /** Asked after saving, when the person wants the rule to look at old rows too. */
  onApply: (rule: Rule) => void
}

export function RuleEditor({ edited, nextPosition, onClose, onApply }: RuleEditorProps) {
  const shown = useLast(edited)
  const title = shown === 'new' ? t`Add a rule` : t`Edit the rule`
  return (
    <GuardedDrawer opened={edited !== null} onClose={onClose} size={720} title={title}>
      {edited !== null ? (
        <Editor rule={edited === 'new' ? null : edited} nextPosition={nextPosition} onClose={onClose} onApply={onApply} />
      ) : null}
    </GuardedDrawer>
  )
}

interface EditorProps extends Omit<RuleEditorProps, 'edited'> {
  rule: Rule | null
}

function Editor({ rule, nextPosition, onClose, onApply }: EditorProps) {
  const [name, setName] = useState(rule?.name ?? '')
  const [group, setGroup] = useState<ConditionGroup>(() => (rule ? readCondition(rule.condition) : newGroup()))
  const [drafts, setDrafts] = useState<readonly ActionDraft[]>(() => (rule ? readActions(rule.actions) : [newAction()]))
  const [stop, setStop] = useState(rule?.stop ?? false)
  const [opening] = useState({ name, group, drafts, stop })
  useUnsaved(JSON.stringify({ name, group, drafts, stop }) !== JSON.stringify(opening))
  const client = useQueryClient()
  const condition = writeCondition(group)
  const actions = writeActions(drafts)
  const save = useMutation({
    mutationFn: (body: RuleRequest) => (rule ? saveRule(rule.id, body) : createRule({ ...body, position: nextPosition })),
    onSuccess: () => rulesChanged(client),
  })
  const canSave = condition !== null && actions !== null && !hasGaps(group)
  const store = (then: (saved: Rule) => void): void => {
    if (!condition || !actions || !canSave) return
    save.mutate({ name: name.trim(), condition, actions, stop }, { onSuccess: then })
  }
  return (
    <form
      className={classes['editor']}
      onSubmit={(event) => {
        event.preventDefault()
        store(() => {
          say({ message: t`The rule is saved. It works from the next import on.` })
          onClose()
        })
      }}
    >
      <Section title={t`When`}>
        <GroupEditor group={group} isRoot onChange={(next) => setGroup(next ?? newGroup())} />
      </Section>
      <Section title={t`Then`}>
        <ActionList drafts={drafts} onChange={setDrafts} />
        <Checkbox mt="sm" label={t`Ask no other rule about these rows`} checked={stop} onChange={(event) => setStop(event.target.checked)} />
      </Section>
      <TextInput
        label={t`Name`}
        description={t`Stands in the history of what it changed. Left empty, we take the condition.`}
        maxLength={120}
        value={name}
        onChange={(event) => setName(event.target.value)}
      />
      <RulePreview condition={condition} actions={actions} />
      {save.error ? <ErrorNote what={t`The rule was not saved`} error={plainError(save.error)} /> : null}
      <Group justify="flex-end" gap="xs" className={classes['foot']}>
        <Button variant="default" onClick={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button
          variant="default"
          disabled={!canSave}
          onClick={() =>
            store((saved) => {
              onClose()
              onApply(saved)
            })
          }
        >
          <Trans>Save and apply to history</Trans>
        </Button>
        <Button type="submit" disabled={!canSave} loading={save.isPending}>
          <Trans>Save</Trans>
        </Button>
      </Group>
    </form>
  )
}
