import { t } from '@lingui/core/macro'
import { CloseButton, Combobox, TextInput, useCombobox } from '@mantine/core'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconSearch } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import type { Completion } from '@/api/types'
import { isTyping } from '@/lib/keys'
import { completionsQuery } from '../api/searches'
import classes from './search-field.module.css'

interface SearchFieldProps {
  value: string
  /** What is wrong with the query, from the server. */
  error: string | null
  onSearch: (text: string) => void
}

const TYPING_MS = 250
const MOST = 9

/** The search bar: words, or fields such as category: and amount>50, which it helps to write. */
export function SearchField({ value, error, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value)
  const [shown, setShown] = useState(value)
  const [at, setAt] = useState(value.length)
  const [isFocused, setFocused] = useState(false)
  const field = useRef<HTMLInputElement>(null)
  const search = useDebouncedCallback(onSearch, TYPING_MS)
  const menu = useCombobox({ onDropdownClose: () => menu.resetSelectedOption() })
  const completions = useQuery({ ...completionsQuery(text, at), enabled: isFocused })
  // The URL changed from outside (Back, a link, Clear): show what it says.
  if (shown !== value) {
    setShown(value)
    setText(value)
  }
  useSlashKey(field)
  const take = (next: string, cursor: number): void => {
    setText(next)
    setAt(cursor)
    search(next.trim())
  }
  const found = completions.data ?? []
  const options = (completions.isPlaceholderData ? stillFitting(found, text, at) : found).slice(0, MOST)
  const pick = (option: Completion): void => {
    const next = text.slice(0, option.start) + option.insert + text.slice(option.end)
    const cursor = option.start + option.insert.length
    take(next, cursor)
    requestAnimationFrame(() => field.current?.setSelectionRange(cursor, cursor))
    // After "category:" its values come next; after a value the query is whole.
    if (!option.insert.endsWith(':')) menu.closeDropdown()
  }
  return (
    <Combobox
      store={menu}
      shadow="md"
      onOptionSubmit={(index) => {
        const option = options[Number(index)]
        if (option) pick(option)
      }}
    >
      <Combobox.Target>
        <TextInput
          ref={field}
          aria-label={t`Search`}
          placeholder={t`Search, or press ↓ for fields such as category: or amount>50`}
          leftSection={<IconSearch size={16} />}
          rightSection={text ? <CloseButton size="sm" aria-label={t`Clear the search`} onClick={() => take('', 0)} /> : null}
          error={error}
          spellCheck={false}
          autoCapitalize="off"
          value={text}
          onFocus={() => setFocused(true)}
          onBlur={() => {
            setFocused(false)
            menu.closeDropdown()
          }}
          onSelect={(event) => setAt(event.currentTarget.selectionStart ?? text.length)}
          onChange={(event) => {
            take(event.target.value, event.target.selectionStart ?? event.target.value.length)
            menu.openDropdown()
          }}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return
            if (menu.dropdownOpened) menu.closeDropdown()
            else field.current?.blur()
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown hidden={options.length === 0}>
        <Combobox.Options aria-label={t`Completions`}>
          {options.map(({ label, insert, kind }, index) => (
            <Combobox.Option key={`${insert} ${label}`} value={String(index)}>
              <span className={classes['option']}>
                <span>{insert}</span>
                <span className={classes['meaning']}>{label === insert ? kind : label}</span>
              </span>
            </Combobox.Option>
          ))}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  )
}

/** Of completions for a text that was typed on since: those that go on as it does, in place of all that is typed of them. */
function stillFitting(options: Completion[], text: string, at: number): Completion[] {
  return options
    .filter(({ start, insert }) => start <= at && insert.toLowerCase().startsWith(text.slice(start, at).toLowerCase()))
    .map((option) => ({ ...option, end: at }))
}

function useSlashKey(field: React.RefObject<HTMLInputElement | null>): void {
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.key !== '/' || event.ctrlKey || event.metaKey || isTyping(event.target)) return
      event.preventDefault()
      field.current?.focus()
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [field])
}
