import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, CloseButton, Menu, Popover, Select, TagsInput, Text, Textarea } from '@mantine/core'
import { IconChevronDown } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState, type ReactNode } from 'react'
import type { Category, Transaction } from '@/api/types'
import { Money } from '@/components/ui/money'
import { categoryOptions } from '@/lib/category-options'
import { sumAmounts } from '@/lib/money'
import { tagsQuery } from '@/api/queries'
import type { Deed } from '../api/bulk'
import { LinkTwo } from './link-two'
import classes from './selection-bar.module.css'

interface SelectionBarProps {
  /** The chosen rows that are loaded. */
  rows: readonly Transaction[]
  /** Everything that the list finds, with exceptions; then `rows` are only those that were loaded. */
  isAll: boolean
  hasMore: boolean
  categories: readonly Category[]
  onAll: () => void
  onClear: () => void
  onDeed: (deed: Deed, words: string) => void
}

/** What can be done with the chosen rows. Every choice is shown first and can be undone. */
export function SelectionBar({ rows, isAll, hasMore, categories, onAll, onClear, onDeed }: SelectionBarProps) {
  return (
    <div className={classes['bar']} role="region" aria-label={t`Chosen transactions`}>
      <div className={classes['said']} role="status">
        <strong>{isAll && hasMore ? t`All that the list finds` : plural(rows.length, { one: '# row', other: '# rows' })}</strong>
        {isAll && hasMore ? null : <Sums rows={rows} />}
        {!isAll && hasMore ? (
          <Button size="compact-xs" variant="subtle" onClick={onAll}>
            <Trans>Choose all</Trans>
          </Button>
        ) : null}
      </div>
      <div className={classes['deeds']}>
        <Select
          size="xs"
          aria-label={t`Give a category`}
          placeholder={t`Category`}
          data={[{ value: 'none', label: t`No category` }, ...categoryOptions(categories)]}
          value={null}
          searchable
          selectFirstOptionOnChange
          comboboxProps={{ width: 240, position: 'top-start', shadow: 'md' }}
          nothingFoundMessage={t`No such category`}
          onChange={(value) => {
            if (value === null) return
            const category = value === 'none' ? null : Number(value)
            const name = categories.find(({ id }) => id === category)?.name ?? t`no category`
            onDeed({ changes: { category } }, t`Category: ${name}`)
          }}
        />
        <TagDeeds onDeed={onDeed} />
        <NoteDeed onDeed={onDeed} />
        <Menu position="top-start" shadow="md">
          <Menu.Target>
            <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />}>
              <Trans>More</Trans>
            </Button>
          </Menu.Target>
          <Menu.Dropdown>
            <LinkTwo rows={isAll ? [] : rows} onLinked={onClear} />
            <Menu.Item onClick={() => onDeed({ changes: { status: 'cleared' } }, t`Cleared`)}><Trans>Mark as cleared</Trans></Menu.Item>
            <Menu.Item onClick={() => onDeed({ changes: { status: 'pending' } }, t`Pending`)}><Trans>Mark as pending</Trans></Menu.Item>
            <Menu.Item color="clay" onClick={() => onDeed({ action: 'delete' }, t`Deleted`)}>
              <Trans>Delete</Trans>
            </Menu.Item>
          </Menu.Dropdown>
        </Menu>
        <CloseButton size="sm" aria-label={t`Choose nothing`} onClick={onClear} />
      </div>
    </div>
  )
}

/** One exact sum a currency: amounts of several are never added. */
function Sums({ rows }: { rows: readonly Transaction[] }) {
  const currencies = [...new Set(rows.map(({ currency }) => currency))]
  return (
    <span className={classes['sums']}>
      {currencies.map((currency) => (
        <Money
          key={currency}
          amount={sumAmounts(rows.filter((txn) => txn.currency === currency).map(({ amount }) => amount))}
          currency={currency}
          sign="always"
        />
      ))}
    </span>
  )
}

type Doing = Pick<SelectionBarProps, 'onDeed'>

/** A button that opens a small form; it closes when its deed is asked for. */
function Form({ name, children }: { name: string; children: (close: () => void) => ReactNode }) {
  const [isOpen, setOpen] = useState(false)
  return (
    <Popover opened={isOpen} onChange={setOpen} position="top-start" shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button size="xs" variant="default" rightSection={<IconChevronDown size={14} />} onClick={() => setOpen(!isOpen)}>
          {name}
        </Button>
      </Popover.Target>
      <Popover.Dropdown p="sm" w={280} aria-label={name}>
        {children(() => setOpen(false))}
      </Popover.Dropdown>
    </Popover>
  )
}

function TagDeeds({ onDeed }: Doing) {
  const [tags, setTags] = useState<string[]>([])
  const { data: known = [] } = useQuery(tagsQuery)
  const words = tags.join(', ')
  return (
    <Form name={t`Tags`}>
      {(close) => {
        const ask = (deed: Deed, said: string) => () => {
          close()
          onDeed(deed, said)
        }
        return (
          <>
            <TagsInput
              label={t`Tags`}
              data={known.map(({ name }) => name)}
              value={tags}
              onChange={setTags}
              comboboxProps={{ withinPortal: false }}
              data-autofocus
              clearable
            />
            <div className={classes['pair']}>
              <Button size="xs" disabled={tags.length === 0} onClick={ask({ changes: { tags_add: tags } }, t`Tags added: ${words}`)}>
                <Trans>Add</Trans>
              </Button>
              <Button
                size="xs"
                variant="default"
                disabled={tags.length === 0}
                onClick={ask({ changes: { tags_remove: tags } }, t`Tags taken off: ${words}`)}
              >
                <Trans>Take off</Trans>
              </Button>
            </div>
          </>
        )
      }}
    </Form>
  )
}

function NoteDeed({ onDeed }: Doing) {
  const [note, setNote] = useState('')
  return (
    <Form name={t`Note`}>
      {(close) => (
        <>
          <Textarea label={t`Note for all of them`} autosize minRows={2} value={note} onChange={(event) => setNote(event.target.value)} data-autofocus />
          <Text size="xs" c="dimmed">
            <Trans>It takes the place of the notes that are there.</Trans>
          </Text>
          <div className={classes['pair']}>
            <Button
              size="xs"
              onClick={() => {
                close()
                onDeed({ changes: { note } }, note === '' ? t`Notes removed` : t`Note`)
              }}
            >
              <Trans>Set the note</Trans>
            </Button>
          </div>
        </>
      )}
    </Form>
  )
}
