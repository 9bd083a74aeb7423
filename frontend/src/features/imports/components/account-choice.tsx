import { Select } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { accountsQuery } from '@/api/queries'
import type { StatementImport } from '@/api/types'

interface AccountChoiceProps {
  run: StatementImport
  value: number | null
  onChange: (account: number | null, name: string) => void
}

const BY_FILE = 'file'

/** Where the lines go: where the file says (or a new account named after it), or where the person says. */
export function AccountChoice({ run, value, onChange }: AccountChoiceProps) {
  const { data: accounts = [] } = useQuery(accountsQuery)
  const [named] = run.accounts
  const byFile = named && value === null ? `${named.id === null ? 'New account' : 'Account'}: ${named.name}` : 'As the file says'
  return (
    <Select
      label="Into"
      w={300}
      maw="100%"
      allowDeselect={false}
      data={[
        { value: BY_FILE, label: byFile },
        ...accounts.map(({ id, name, currency }) => ({ value: String(id), label: `${name} (${currency})` })),
      ]}
      value={value === null ? BY_FILE : String(value)}
      onChange={(choice, option) => onChange(choice === null || choice === BY_FILE ? null : Number(choice), option?.label ?? '')}
    />
  )
}
