import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select } from '@mantine/core'
import type { Account, Category } from '@/api/types'
import { categoryOptions } from '@/lib/category-options'
import { hasFilters, type Filters } from '../lib/filters'
import classes from './filter-bar.module.css'
import { SavedSearches } from './saved-searches'
import { SearchField } from './search-field'

interface FilterBarProps {
  filters: Filters
  accounts: readonly Account[]
  categories: readonly Category[]
  /** What is wrong with the search, if anything. */
  error: string | null
  onChange: (filters: Filters) => void
}

export function FilterBar({ filters, accounts, categories, error, onChange }: FilterBarProps) {
  return (
    <div className={classes['bar']} role="search" aria-label={t`Filter the transactions`}>
      <SearchField value={filters.q ?? ''} error={error} onSearch={(q) => onChange({ ...filters, q: q || undefined })} />
      <Select
        aria-label={t`Account`}
        placeholder={t`All accounts`}
        clearable
        clearButtonProps={{ 'aria-label': t`All accounts` }}
        data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filters.account ?? null}
        onChange={(account) => onChange({ ...filters, account: account ?? undefined })}
      />
      <Select
        aria-label={t`Category`}
        placeholder={t`All categories`}
        clearable
        clearButtonProps={{ 'aria-label': t`All categories` }}
        searchable
        data={[{ value: 'none', label: t`Uncategorised` }, ...categoryOptions(categories)]}
        value={filters.category ?? null}
        onChange={(category) => onChange({ ...filters, category: category ?? undefined })}
      />
      <SavedSearches query={filters.q ?? ''} onSearch={(q) => onChange({ ...filters, q })} />
      {hasFilters(filters) ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          <Trans>Clear</Trans>
        </Button>
      ) : null}
    </div>
  )
}
