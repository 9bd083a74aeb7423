import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Select, TagsInput, TextInput } from '@mantine/core'
import { IconX } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { accountsQuery, categoriesQuery, payeesQuery, tagsQuery } from '@/api/queries'
import { categoryOptions } from '@/lib/category-options'
import { formatFact } from '@/lib/fact-value'
import { ACTION_TYPES, newAction, newShare, type ActionDraft, type ActionType, type ShareDraft } from '../lib/actions'
import { STATUS } from '../lib/fields'
import classes from './rules.module.css'

const TYPES = Object.entries(ACTION_TYPES).map(([value, label]) => ({ value: value as ActionType, label }))
const MOST = 10

interface ActionListProps {
  drafts: readonly ActionDraft[]
  onChange: (drafts: readonly ActionDraft[]) => void
}

export function ActionList({ drafts, onChange }: ActionListProps) {
  const change = (key: string, next: ActionDraft): void => onChange(drafts.map((one) => (one.key === key ? next : one)))
  return (
    <>
      {drafts.map((one) => (
        <div key={one.key} className={classes['line']}>
          <Select
            aria-label={t`What to do`}
            w={230}
            allowDeselect={false}
            data={TYPES}
            value={one.type}
            onChange={(type) => type && change(one.key, { ...newAction(type), key: one.key })}
          />
          <ActionValue one={one} onChange={(next) => change(one.key, next)} />
          {drafts.length > 1 ? (
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t`Remove “${ACTION_TYPES[one.type]}”`}
              onClick={() => onChange(drafts.filter(({ key }) => key !== one.key))}
            >
              <IconX size={16} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      {drafts.length < MOST ? (
        <Button size="compact-sm" variant="subtle" onClick={() => onChange([...drafts, newAction('add_tags')])}>
          <Trans>Do something else too</Trans>
        </Button>
      ) : null}
    </>
  )
}

interface ValueProps {
  one: ActionDraft
  onChange: (next: ActionDraft) => void
}

function ActionValue({ one, onChange }: ValueProps) {
  switch (one.type) {
    case 'set_category':
    case 'set_payee':
    case 'link_transfer':
      return <Target one={one} onChange={onChange} />
    case 'add_tags':
    case 'remove_tags':
      return <Tags one={one} onChange={onChange} />
    case 'set_note':
    case 'append_note':
      return (
        <TextInput
          className={classes['value']}
          aria-label={t`Note`}
          maxLength={1000}
          value={one.text}
          onChange={(event) => onChange({ ...one, text: event.target.value })}
        />
      )
    case 'set_status':
      return (
        <Select
          className={classes['value']}
          aria-label={t`Status`}
          allowDeselect={false}
          data={['pending', 'cleared'].map((value) => ({ value, label: STATUS[value] ?? value }))}
          value={one.text}
          onChange={(text) => onChange({ ...one, text: text ?? 'cleared' })}
        />
      )
    case 'split':
      return <Shares shares={one.shares} onChange={(shares) => onChange({ ...one, shares })} />
  }
}

const LABELS = { set_category: t`Category`, set_payee: t`Payee`, link_transfer: t`Account` } as const

function Target({ one, onChange }: ValueProps) {
  const { data: categories = [] } = useQuery(categoriesQuery)
  const { data: payees = [] } = useQuery(payeesQuery)
  const { data: accounts = [] } = useQuery(accountsQuery)
  if (one.type !== 'set_category' && one.type !== 'set_payee' && one.type !== 'link_transfer') return null
  const rows = one.type === 'set_payee' ? payees : accounts
  const data = one.type === 'set_category' ? categoryOptions(categories) : rows.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Select
      className={classes['value']}
      aria-label={LABELS[one.type]}
      placeholder={t`Choose`}
      searchable
      limit={200}
      data={data}
      value={one.target}
      nothingFoundMessage={t`Nothing has this name`}
      onChange={(target) => onChange({ ...one, target })}
    />
  )
}

function Tags({ one, onChange }: ValueProps) {
  const { data: tags = [] } = useQuery(tagsQuery)
  return (
    <TagsInput
      className={classes['value']}
      aria-label={t`Tags`}
      placeholder={t`Type a tag, then Enter`}
      data={tags.map(({ name }) => name)}
      value={[...one.tags]}
      onChange={(chosen) => onChange({ ...one, tags: chosen })}
    />
  )
}

interface SharesProps {
  shares: readonly ShareDraft[]
  onChange: (shares: readonly ShareDraft[]) => void
}

/** The last share gets what the others leave. */
function Shares({ shares, onChange }: SharesProps) {
  const { data: categories = [] } = useQuery(categoriesQuery)
  const change = (key: string, part: Partial<ShareDraft>): void =>
    onChange(shares.map((share) => (share.key === key ? { ...share, ...part } : share)))
  return (
    <div className={classes['shares']}>
      {shares.map((share, at) => (
        <div key={share.key} className={classes['line']}>
          {at === shares.length - 1 ? (
            <span className={classes['rest']}><Trans>The rest</Trans></span>
          ) : (
            <>
              <TextInput
                w={90}
                inputMode="decimal"
                aria-label={t`Size of share ${at + 1}`}
                placeholder={share.unit === 'percent' ? '60' : formatFact('5.00', 'count')}
                value={share.size}
                onChange={(event) => change(share.key, { size: event.target.value })}
              />
              <Select
                w={110}
                aria-label={t`Unit of share ${at + 1}`}
                allowDeselect={false}
                data={[
                  { value: 'percent', label: t`per cent` },
                  { value: 'amount', label: t`amount` },
                ]}
                value={share.unit}
                onChange={(unit) => change(share.key, { unit: unit ?? 'percent' })}
              />
            </>
          )}
          <Select
            className={classes['value']}
            aria-label={t`Category of share ${at + 1}`}
            placeholder={t`Category`}
            searchable
            clearable
            data={categoryOptions(categories)}
            value={share.category}
            onChange={(category) => change(share.key, { category })}
          />
          <TextInput
            className={classes['value']}
            aria-label={t`Note of share ${at + 1}`}
            placeholder={t`Note`}
            maxLength={200}
            value={share.note}
            onChange={(event) => change(share.key, { note: event.target.value })}
          />
          {shares.length > 2 ? (
            <ActionIcon
              size={36}
              variant="subtle"
              color="gray"
              aria-label={t`Remove share ${at + 1}`}
              onClick={() => onChange(shares.filter(({ key }) => key !== share.key))}
            >
              <IconX size={16} />
            </ActionIcon>
          ) : null}
        </div>
      ))}
      <Button size="compact-sm" variant="subtle" onClick={() => onChange([newShare(), ...shares])}>
        <Trans>Another share</Trans>
      </Button>
    </div>
  )
}
