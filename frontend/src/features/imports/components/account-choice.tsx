import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Select, Text } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { accountsQuery } from '@/api/queries'
import type { StatementImport } from '@/api/types'
import { found } from '../lib/reader-words'
import type { Instructions } from '../api/imports'
import classes from './commit-bar.module.css'

interface AccountChoiceProps {
  run: StatementImport
  value: Instructions['account']
  onChange: (account: Instructions['account'], name: string) => void
}

const BY_FILE = 'file'
const NEW = 'new'

/** Where the lines go: where the file says (or a new account named after it), or where the person says. */
export function AccountChoice({ run, value, onChange }: AccountChoiceProps) {
  const { data: accounts = [] } = useQuery(accountsQuery)
  const [named] = run.accounts
  const byFile = named && value === null ? `${named.id === null ? t`New account` : t`Account`}: ${named.name}` : t`As the file says`
  const offered = value === null ? run.account_candidates : []
  return (
    <div>
      <Select
        label={t`Into`}
        w={300}
        maw="100%"
        allowDeselect={false}
        data={[
          { value: BY_FILE, label: byFile },
          ...(named?.id !== null || value === NEW ? [{ value: NEW, label: t`A new account` }] : []),
          ...accounts.map(({ id, name, currency }) => ({ value: String(id), label: `${name} (${currency})` })),
        ]}
        value={value === null ? BY_FILE : String(value)}
        onChange={(choice, option) => onChange(chosen(choice), option?.label ?? '')}
      />
      {named?.reason && value === null && named.id !== null ? (
        <Text size="xs" c="dimmed" maw={300}>
          {found(named.reason)}
        </Text>
      ) : null}
      {offered.map(({ id, name, reason }) => (
        <Text key={id} size="xs" c="dimmed" maw={300} className={classes['offer']}>
          {found(reason)}{' '}
          <Button size="compact-xs" variant="subtle" onClick={() => onChange(id, name)}>
            <Trans>Into {name}</Trans>
          </Button>
        </Text>
      ))}
    </div>
  )
}

function chosen(choice: string | null): Instructions['account'] {
  if (choice === NEW) return NEW
  return choice === null || choice === BY_FILE ? null : Number(choice)
}
