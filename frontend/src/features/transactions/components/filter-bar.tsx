import { Button, CloseButton, Select, TextInput } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useEffect, useRef, useState } from 'react'
import type { Account, Category } from '@/api/types'
import { categoryOptions } from '@/lib/category-options'
import { isTyping } from '@/lib/keys'
import { hasFilters, type Filters } from '../lib/filters'
import classes from './filter-bar.module.css'

interface FilterBarProps {
  filters: Filters
  accounts: readonly Account[]
  categories: readonly Category[]
  onChange: (filters: Filters) => void
}

export function FilterBar({ filters, accounts, categories, onChange }: FilterBarProps) {
  return (
    <div className={classes['bar']} role="search" aria-label="Filter the transactions">
      <SearchField value={filters.q ?? ''} onSearch={(q) => onChange({ ...filters, q: q || undefined })} />
      <Select
        aria-label="Account"
        placeholder="All accounts"
        clearable
        clearButtonProps={{ 'aria-label': 'All accounts' }}
        data={accounts.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={filters.account ?? null}
        onChange={(account) => onChange({ ...filters, account: account ?? undefined })}
      />
      <Select
        aria-label="Category"
        placeholder="All categories"
        clearable
        clearButtonProps={{ 'aria-label': 'All categories' }}
        searchable
        data={[{ value: 'none', label: 'Uncategorised' }, ...categoryOptions(categories)]}
        value={filters.category ?? null}
        onChange={(category) => onChange({ ...filters, category: category ?? undefined })}
      />
      {hasFilters(filters) ? (
        <Button variant="subtle" onClick={() => onChange({})}>
          Clear
        </Button>
      ) : null}
    </div>
  )
}

const TYPING_MS = 250

function SearchField({ value, onSearch }: { value: string; onSearch: (text: string) => void }) {
  const [text, setText] = useState(value)
  const [shown, setShown] = useState(value)
  const field = useRef<HTMLInputElement>(null)
  const search = useDebouncedCallback(onSearch, TYPING_MS)
  // The URL changed from outside (Back, a link, Clear): show what it says.
  if (shown !== value) {
    setShown(value)
    setText(value)
  }
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [])
  return (
    <TextInput
      ref={field}
      aria-label="Search"
      placeholder="Search payee, text, note"
      leftSection={<IconSearch size={16} />}
      rightSection={
        text ? (
          <CloseButton
            size="sm"
            aria-label="Clear the search"
            onClick={() => {
              setText('')
              onSearch('')
            }}
          />
        ) : null
      }
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        search(event.target.value.trim())
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') field.current?.blur()
      }}
    />
  )
}
