import { t } from '@lingui/core/macro'
import { useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Rule, RuleRequest } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { moved } from '../lib/order'
import { createRule, deleteRule, reorderRules, rulesChanged, rulesQuery, saveRule } from './rules'

export interface RuleActions {
  switchTo: (rule: Rule, isOn: boolean) => void
  move: (rule: Rule, step: -1 | 1) => void
  remove: (rule: Rule) => void
}

function given({ name, condition, actions, position, stop, is_enabled }: Rule): RuleRequest {
  return { name, condition, actions, position, stop, is_enabled }
}

/** Shown at once; the list is read again when the server answered, so a refusal puts it back. */
export function useRuleActions(rules: readonly Rule[]): RuleActions {
  const client = useQueryClient()
  const show = (next: readonly Rule[]): void => void client.setQueryData(rulesQuery.queryKey, [...next])
  const settle = (work: Promise<unknown>, then?: () => void): void => {
    void work
      .then(then, (error: unknown) => say({ title: t`Not changed`, message: messageOf(error), isBad: true }))
      .finally(() => rulesChanged(client))
  }
  return {
    switchTo: (rule, isOn) => {
      show(rules.map((one) => (one.id === rule.id ? { ...one, is_enabled: isOn } : one)))
      settle(saveRule(rule.id, { is_enabled: isOn }))
    },
    move: (rule, step) => {
      const next = moved(rules, rules.indexOf(rule), step)
      show(next)
      settle(reorderRules(next.map(({ id }) => id)))
    },
    remove: (rule) => {
      show(rules.filter((one) => one.id !== rule.id))
      settle(deleteRule(rule.id), () => {
        offerUndo(t`The rule was deleted. What it did stays.`, () => settle(createRule(given(rule))))
      })
    },
  }
}
