import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { saveBlob } from '@/api/download'
import { messageOf } from '@/api/errors'
import { say } from '@/components/ui/announce'
import { Section } from '@/components/ui/section'
import { shortHash, sizeName } from '@/lib/file-words'
import { getTable, type TableName } from '../api/exports'
import { sha256 } from '../lib/sha256'
import classes from './data.module.css'

const TABLES: readonly [TableName, string][] = [
  ['transactions', t`Transactions`],
  ['accounts', t`Accounts`],
  ['categories', t`Categories`],
  ['payees', t`Payees`],
  ['tags', t`Tags`],
  ['rules', t`Rules`],
  ['transfers', t`Transfers`],
  ['reconciliations', t`Reconciliations`],
  ['rates', t`Exchange rates`],
  ['imports', t`Imports`],
]
const FORMATS = [
  ['csv', 'CSV'],
  ['xlsx', t`Excel`],
] as const

interface Wanted {
  name: TableName
  format: 'csv' | 'xlsx'
}

/** Each list as a table for a spreadsheet, saved at once. */
export function Tables() {
  const fetching = useMutation({
    mutationFn: async ({ name, format }: Wanted) => {
      const blob = await getTable(name, format)
      saveBlob(blob, `spendwise-${name}.${format}`)
      return { blob, hash: await sha256(blob) }
    },
    onSuccess: ({ blob, hash }, { name, format }) =>
      say({ message: [`spendwise-${name}.${format}`, sizeName(blob.size), ...(hash ? [`SHA-256 ${shortHash(hash)}`] : [])].join(', ') }),
    onError: (error) => say({ title: t`The table was not saved`, message: messageOf(error), isBad: true }),
  })
  const isBusy = ({ name, format }: Wanted): boolean =>
    fetching.isPending && fetching.variables.name === name && fetching.variables.format === format
  return (
    <Section title={t`Lists for a spreadsheet`}>
      <Text size="sm" c="dimmed" mb="sm" maw={620}>
        <Trans>To take only some transactions, search for them and use Download on their page.</Trans>
      </Text>
      <table className={classes['table']}>
        <tbody>
          {TABLES.map(([name, label]) => (
            <tr key={name}>
              <th scope="row">{label}</th>
              <td>
                {FORMATS.map(([format, words]) => (
                  <Button
                    key={format}
                    size="compact-sm"
                    variant="subtle"
                    aria-label={t`${label} as ${words}`}
                    loading={isBusy({ name, format })}
                    onClick={() => fetching.mutate({ name, format })}
                  >
                    {words}
                  </Button>
                ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
