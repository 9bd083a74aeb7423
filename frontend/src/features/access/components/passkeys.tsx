import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { hasPasskeys } from '@/lib/passkeys'
import { accessChanged, passkeysQuery } from '../api/access'
import classes from './access.module.css'
import { PasskeyForm } from './passkey-form'
import { PasskeyRow } from './passkey-row'
import { RecoveryCodes } from './recovery-codes'

/** Keys that a device keeps: they open without a password, and are asked for after it. */
export function Passkeys() {
  const client = useQueryClient()
  const list = useQuery(passkeysQuery)
  const [isAdding, setAdding] = useState(false)
  const [codes, setCodes] = useState<string[]>([])
  const rest = (made: string[] = []) => {
    setCodes(made)
    setAdding(false)
    accessChanged(client)
  }
  return (
    <Section title={t`Passkeys`}>
      <Text size="sm" c="dimmed" maw={640} mb="md">
        <Trans>A passkey stays on your phone, computer or security key and opens SpendWise by a finger, a face or a PIN, without a
        password. While you have one, your password alone opens nothing.</Trans>
      </Text>
      {list.isPending ? <RowSkeletons rows={1} height={56} /> : null}
      {list.isError ? <ErrorNote what={t`Your passkeys could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
      {codes.length > 0 ? <RecoveryCodes codes={codes} onDone={() => setCodes([])} /> : null}
      {list.data && list.data.length > 0 ? (
        <ul className={classes['list']} aria-label={t`Passkeys`}>
          {list.data.map((one) => (
            <PasskeyRow key={one.id} passkey={one} onChanged={() => accessChanged(client)} />
          ))}
        </ul>
      ) : null}
      {isAdding ? <PasskeyForm onDone={rest} onCancel={() => rest()} /> : <Adding onAdd={() => setAdding(true)} />}
    </Section>
  )
}

function Adding({ onAdd }: { onAdd: () => void }) {
  if (!hasPasskeys()) {
    return (
      <Text size="sm" c="dimmed">
        <Trans>This browser can add none here: passkeys need a secure address, https or this machine itself.</Trans>
      </Text>
    )
  }
  return (
    <Button variant="default" mt="md" onClick={onAdd}>
      <Trans>Add a passkey</Trans>
    </Button>
  )
}
