import { Button } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { RuleProposal } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { CategoryMark } from '@/components/ui/category-mark'
import { Section } from '@/components/ui/section'
import { count } from '@/lib/words'
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
      <Section title="From what you corrected">
        <ul className={classes['list']}>
          {shown.map((proposal) => (
            <Proposal key={proposal.key} proposal={proposal} />
          ))}
        </ul>
        {shown.length < proposals.length ? (
          <Button mt="xs" size="compact-sm" variant="subtle" onClick={() => setWhole(true)}>
            Show all {proposals.length}
          </Button>
        ) : null}
      </Section>
    </div>
  )
}

function Proposal({ proposal }: { proposal: RuleProposal }) {
  const { key, words, category, category_name: name, count: often, of } = proposal
  const client = useQueryClient()
  const refused = (error: Error): void => say({ title: 'Not changed', message: messageOf(error), isBad: true })
  const accept = useMutation({
    mutationFn: () => acceptProposal(key),
    onSuccess: (rule) =>
      offerUndo(`The rule for “${words}” was added.`, () => void deleteRule(rule.id).then(() => rulesChanged(client), refused)),
    onError: refused,
    onSettled: () => rulesChanged(client),
  })
  const dismiss = useMutation({ mutationFn: () => dismissProposal(key), onError: refused, onSettled: () => rulesChanged(client) })
  return (
    <li className={classes['rule']}>
      <div className={classes['what']}>
        <div className={classes['offer']}>
          “{words}” belongs to <CategoryMark category={category} name={name} source="suggestion" />
        </div>
        <div className={classes['quiet']}>
          You chose it for {often} of {count(of, 'row')} with these words.
        </div>
      </div>
      <div className={classes['tools']}>
        <Button size="xs" variant="default" loading={accept.isPending} aria-label={`Make a rule for ${words}`} onClick={() => accept.mutate()}>
          Make a rule
        </Button>
        <Button size="xs" variant="subtle" loading={dismiss.isPending} aria-label={`No, propose ${words} never again`} onClick={() => dismiss.mutate()}>
          No
        </Button>
      </div>
    </li>
  )
}
