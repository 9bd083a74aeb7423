import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { Passkey } from '@/api/types'
import { say } from '@/components/ui/announce'
import { since } from '@/lib/since'
import { removePasskey, renamePasskey } from '../api/access'
import classes from './access.module.css'
import { ProofForm } from './proof-form'

type Step = 'rest' | 'rename' | 'remove'

export function PasskeyRow({ passkey, onChanged }: { passkey: Passkey; onChanged: () => void }) {
  const [step, setStep] = useState<Step>('rest')
  const done = () => {
    setStep('rest')
    onChanged()
  }
  return (
    <li className={classes['row']}>
      {step === 'rename' ? <Rename passkey={passkey} onDone={done} /> : null}
      {step === 'remove' ? (
        <ProofForm
          what={t`The passkey is still there`}
          action={t`Remove it`}
          onProof={async (proof) => {
            await removePasskey({ id: passkey.id, proof })
            say({ message: t`The passkey opens nothing here any more. Delete it on your device as well.` })
            done()
          }}
          onCancel={() => setStep('rest')}
        />
      ) : null}
      {step === 'rest' ? (
        <>
          <div>
            <Text component="div" fw={560} size="sm">
              {passkey.name}
            </Text>
            <Text size="sm" c="dimmed">
              {passkey.last_used_at
                ? t`Added ${since(passkey.created_at)}, last used ${since(passkey.last_used_at)}`
                : t`Added ${since(passkey.created_at)}, not used yet`}
            </Text>
          </div>
          <Group gap="xs" wrap="nowrap">
            <Button size="xs" variant="default" aria-label={t`Rename ${passkey.name}`} onClick={() => setStep('rename')}>
              <Trans>Rename</Trans>
            </Button>
            <Button size="xs" variant="default" aria-label={t`Remove ${passkey.name}`} onClick={() => setStep('remove')}>
              <Trans>Remove</Trans>
            </Button>
          </Group>
        </>
      ) : null}
    </li>
  )
}

function Rename({ passkey, onDone }: { passkey: Passkey; onDone: () => void }) {
  const [name, setName] = useState(passkey.name)
  const rename = useMutation({
    mutationFn: renamePasskey,
    onSuccess: onDone,
    onError: (error) => say({ title: t`The name was not changed`, message: messageOf(error), isBad: true }),
  })
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        rename.mutate({ id: passkey.id, name: name.trim() })
      }}
    >
      <Group gap="xs" align="end">
        <TextInput
          label={t`Name of the passkey`}
          maxLength={80}
          required
          withAsterisk={false}
          autoFocus
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit" loading={rename.isPending}>
          <Trans>Save</Trans>
        </Button>
        <Button variant="default" onClick={onDone}>
          <Trans>Cancel</Trans>
        </Button>
      </Group>
    </form>
  )
}
