import { ActionIcon, Button, Menu, TextInput } from '@mantine/core'
import { IconBookmark, IconTrash } from '@tabler/icons-react'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { offerUndo, say } from '@/components/ui/announce'
import { deleteSearch, savedSearchesQuery, saveSearch } from '../api/searches'
import classes from './saved-searches.module.css'

interface SavedSearchesProps {
  query: string
  onSearch: (query: string) => void
}

/** Searches kept under a name, and keeping the one that stands in the bar. */
export function SavedSearches({ query, onSearch }: SavedSearchesProps) {
  const client = useQueryClient()
  const { data: known = [] } = useQuery(savedSearchesQuery)
  const [name, setName] = useState('')
  const refresh = (): void => void client.invalidateQueries({ queryKey: savedSearchesQuery.queryKey })
  const keep = useMutation({
    mutationFn: () => saveSearch(name.trim(), query),
    onSuccess: () => {
      setName('')
      refresh()
    },
  })
  const drop = (id: number, kept: { name: string; query: string }): void => {
    deleteSearch(id).then(
      () => {
        refresh()
        offerUndo(`The search “${kept.name}” was removed.`, () => void saveSearch(kept.name, kept.query).then(refresh))
      },
      (error: unknown) => say({ title: 'Not removed', message: messageOf(error), isBad: true }),
    )
  }
  return (
    <Menu shadow="md" position="bottom-end" width={300} trapFocus>
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label="Saved searches">
          <IconBookmark size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {known.length === 0 ? <Menu.Label>Nothing kept yet. Write a search, then give it a name here.</Menu.Label> : null}
        {known.map((search) => (
          <div key={search.id} className={classes['row']}>
            <Menu.Item className={classes['item']} onClick={() => onSearch(search.query)}>
              {search.name}
              <span className={classes['query']}>{search.query}</span>
            </Menu.Item>
            <ActionIcon variant="subtle" color="gray" aria-label={`Remove ${search.name}`} onClick={() => drop(search.id, search)}>
              <IconTrash size={16} />
            </ActionIcon>
          </div>
        ))}
        {query ? (
          <form
            className={classes['form']}
            onSubmit={(event) => {
              event.preventDefault()
              if (name.trim()) keep.mutate()
            }}
          >
            <TextInput
              size="xs"
              label="Keep this search as"
              value={name}
              maxLength={80}
              error={keep.error ? messageOf(keep.error) : null}
              onChange={(event) => setName(event.target.value)}
              onKeyDown={(event) => event.stopPropagation()}
            />
            <Button size="xs" type="submit" loading={keep.isPending} disabled={!name.trim()}>
              Keep
            </Button>
          </form>
        ) : null}
      </Menu.Dropdown>
    </Menu>
  )
}
