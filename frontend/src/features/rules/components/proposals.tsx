import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { RuleProposal } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { CategoryMark } from '@/components/ui/category-mark'
import { Section } from '@/components/ui/section'
import { acceptProposal, deleteRule, dismissProposal, proposalsQuery, rulesChanged } from '../api/rules'
import classes from './rules.module.css'

const FIRST = 3

/** Rules that your own corrections ask for. */
export function Proposals() {
  const { data: proposals = [] } = useQuery(proposalsQuery)
  const [isWhole, setWhole] = useState(false)
  if (proposals.length === 0) return null
  const shown = isWhole ? proposals : proposals.slice(0, FIRST)
  return (
    <div className={classes['proposals']}>
      <Section title={t`From what you corrected`}>
        <ul className={classes['list']}>
          {shown.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} />
          ))}
        </ul>
        {shown.length < proposals.length ? (
          <Button mt="xs" size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            <Trans>Show all {proposals.length}</Trans>
          </Button>
        ) : null}
      </Section>
    </div>
  )
}

function Proposal({ proposal }: { proposal: RuleProposal }) {
  const { key, words, category, category_name: name, count: often, of } = proposal
  const client = useQueryClient()
  const refused = (error: Error): void => say({ title: t`Not changed`, message: messageOf(error), isBad: true })
  const accept = useMutation({
    mutationFn: () => acceptProposal(key),
    onSuccess: (rule) =>
      offerUndo(t`The rule for “${words}” was added.`, () => void deleteRule(rule.id).then(() => rulesChanged(client), refused)),
    onError: refused,
    onSettled: () => rulesChanged(client),
  })
  const dismiss = useMutation({ mutationFn: () => dismissProposal(key), onError: refused, onSettled: () => rulesChanged(client) })
  return (
    <li className={classes['rule']}>
      <div className={classes['what']}>
        <div className={classes['offer']}>
          <Trans>“{words}” belongs to</Trans> <CategoryMark category={category} name={name} source="suggestion" />
        </div>
        <div className={classes['quiet']}>
          <Trans>You chose it for {often} of {plural(of, { one: '# row', other: '# rows' })} with these words.</Trans>
        </div>
      </div>
      <div className={classes['tools']}>
        <Button size="xs" variant="default" loading={accept.isPending} aria-label={t`Make a rule for ${words}`} onClick={() => accept.mutate()}>
          <Trans>Make a rule</Trans>
        </Button>
        <Button size="xs" variant="subtle" loading={dismiss.isPending} aria-label={t`No, propose ${words} never again`} onClick={() => dismiss.mutate()}>
          <Trans>No</Trans>
        </Button>
      </div>
    </li>
  )
}
