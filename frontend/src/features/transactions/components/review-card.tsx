import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Checkbox, Kbd, Select, Text, Title } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import type { Category, Transaction } from '@/api/types'
import { CategoryMark } from '@/components/ui/category-mark'
import { Money } from '@/components/ui/money'
import { categoryOptions } from '@/lib/category-options'
import { dayName } from '@/lib/period'
import { transactionTitle } from '@/lib/transaction-title'
import type { Choice } from '../lib/review-choices'
import { transactionDetail } from '../lib/titles'
import classes from './review-queue.module.css'

interface ReviewCardProps {
  row: Transaction
  choices: readonly Choice[]
  /** The category that the machine suggests and Enter accepts. */
  suggested: number | null
  /** Rows of yours that the suggestion was learned from. */
  learnedFrom: readonly number[]
  categories: readonly Category[]
  alike: number
  withAlike: boolean
  isSearching: boolean
  onChoose: (category: Category) => void
  onAlike: (isOn: boolean) => void
  onSearch: (isOpen: boolean) => void
}

/** A press with the mouse must not take the focus: Enter would then press the same button again. */
const keepFocus = (event: React.MouseEvent): void => event.preventDefault()

export function ReviewCard(props: ReviewCardProps) {
  const { row, choices, suggested, learnedFrom, categories, alike, withAlike, isSearching, onChoose, onAlike, onSearch } = props
  const title = transactionTitle(row)
  return (
    <article className={classes['card']} aria-label={title}>
      <div className={classes['head']}>
        <Title order={2} className={classes['title']}>
          {title}
        </Title>
        <span className={classes['amount']}>
          <Money amount={row.amount} currency={row.currency} sign="always" weighIncoming />
        </span>
      </div>
      <Text size="sm" c="dimmed" className={classes['text']}>
        {dayName(row.booking_date)} · {row.account_name}
        <br />
        {transactionDetail(row)}
      </Text>
      <ol className={classes['choices']} aria-label={t`Categories to choose from`}>
        {choices.map(({ category, why }, at) => (
          <li key={category.id}>
            <button
              type="button"
              className={classes['choice']}
              data-suggested={category.id === suggested || undefined}
              onMouseDown={keepFocus}
              onClick={() => onChoose(category)}
            >
              <Kbd>{at + 1}</Kbd>
              <span className={classes['name']}>
                <CategoryMark category={category.id} name={category.name} source={category.id === suggested ? 'suggestion' : 'user'} />
                {why ? <span className={classes['why']}>{why}</span> : null}
              </span>
              {category.id === suggested ? <Kbd><Trans>Enter</Trans></Kbd> : null}
            </button>
          </li>
        ))}
      </ol>
      {learnedFrom.length > 0 ? (
        <Text size="sm" mb={8}>
          <Link to="/transactions" search={{ q: `id:${learnedFrom.join(',')}`, period: 'all' }} className={classes['learned']}>
            {plural(learnedFrom.length, {
              one: 'The row of yours that this was learned from',
              other: 'The # rows of yours that this was learned from',
            })}
          </Link>
        </Text>
      ) : null}
      {isSearching ? (
        <Select
          aria-label={t`Another category`}
          placeholder={t`Type a category`}
          data={categoryOptions(categories.filter(({ is_archived: isArchived }) => !isArchived))}
          searchable
          autoFocus
          defaultDropdownOpened
          selectFirstOptionOnChange
          nothingFoundMessage={t`No such category`}
          onKeyDown={(event) => {
            if (event.key === 'Escape') onSearch(false)
          }}
          onBlur={() => onSearch(false)}
          onChange={(value) => {
            const category = categories.find(({ id }) => String(id) === value)
            if (category) onChoose(category)
          }}
        />
      ) : (
        <Button variant="subtle" rightSection={<Kbd>c</Kbd>} onMouseDown={keepFocus} onClick={() => onSearch(true)}>
          <Trans>Another category</Trans>
        </Button>
      )}
      {alike > 0 ? (
        <Checkbox
          mt="md"
          checked={withAlike}
          onChange={(event) => onAlike(event.target.checked)}
          label={
            <>
              {plural(alike, {
                one: `Also the # other row of ${title} that waits`,
                other: `Also the # other rows of ${title} that wait`,
              })}{' '}
              <Kbd>a</Kbd>
            </>
          }
        />
      ) : null}
    </article>
  )
}
