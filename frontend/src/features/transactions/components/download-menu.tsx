import { t } from '@lingui/core/macro'
import { ActionIcon, Menu } from '@mantine/core'
import { IconDownload } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { download } from '@/api/download'
import { messageOf } from '@/api/errors'
import { say } from '@/components/ui/announce'
import type { Period } from '@/lib/period'
import { toListQuery, type Filters } from '../lib/filters'

const FORMATS = [
  ['csv', t`As a table (CSV)`],
  ['xlsx', t`As a table (Excel)`],
] as const

interface DownloadMenuProps {
  filters: Filters
  period: Period
}

/** The list as it is narrowed now, all of it, as a file. */
export function DownloadMenu({ filters, period }: DownloadMenuProps) {
  const fetching = useMutation({
    mutationFn: (format: string) => {
      const query = new URLSearchParams({ format })
      for (const [name, value] of Object.entries(toListQuery(filters, period))) query.set(name, String(value))
      return download(`/api/transactions/export/?${query.toString()}`, `transactions-${period.key}.${format}`)
    },
    onError: (error) => say({ title: t`The list was not saved`, message: messageOf(error), isBad: true }),
  })
  return (
    <Menu shadow="md" position="bottom-end">
      <Menu.Target>
        <ActionIcon size={36} variant="default" aria-label={t`Download this list`} loading={fetching.isPending}>
          <IconDownload size={18} stroke={1.6} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {FORMATS.map(([format, label]) => (
          <Menu.Item key={format} onClick={() => fetching.mutate(format)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
