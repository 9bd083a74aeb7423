import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Button, Popover, Text, TextInput, UnstyledButton } from '@mantine/core'
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
  const [isOpen, setOpen] = useState(false)
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
        offerUndo(t`The search “${kept.name}” was removed.`, () => void saveSearch(kept.name, kept.query).then(refresh))
      },
      (error: unknown) => say({ title: t`Not removed`, message: messageOf(error), isBad: true }),
    )
  }
  return (
    <Popover opened={isOpen} onChange={setOpen} shadow="md" position="bottom-end" width={300} trapFocus returnFocus>
      <Popover.Target>
        <ActionIcon size={36} variant="default" aria-label={t`Saved searches`} onClick={() => setOpen(!isOpen)}>
          <IconBookmark size={18} stroke={1.6} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown p={4} aria-label={t`Saved searches`}>
        {known.length === 0 ? (
          <Text size="xs" c="dimmed" p="xs">
            <Trans>Nothing kept yet. Write a search, then give it a name here.</Trans>
          </Text>
        ) : (
          <ul className={classes['list']} aria-label={t`Saved searches`}>
            {known.map((search) => (
              <li key={search.id} className={classes['row']}>
                <UnstyledButton
                  className={classes['item']}
                  onClick={() => {
                    setOpen(false)
                    onSearch(search.query)
                  }}
                >
                  {search.name} <span className={classes['query']}>{search.query}</span>
                </UnstyledButton>
                <ActionIcon variant="subtle" color="gray" aria-label={t`Remove ${search.name}`} onClick={() => drop(search.id, search)}>
                  <IconTrash size={16} />
                </ActionIcon>
              </li>
            ))}
          </ul>
        )}
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
              label={t`Keep this search as`}
              value={name}
              maxLength={80}
              error={keep.error ? messageOf(keep.error) : null}
              onChange={(event) => setName(event.target.value)}
            />
            <Button size="xs" type="submit" loading={keep.isPending} disabled={!name.trim()}>
              <Trans>Keep</Trans>
            </Button>
          </form>
        ) : null}
      </Popover.Dropdown>
    </Popover>
  )
}
