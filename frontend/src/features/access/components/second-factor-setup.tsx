import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { fieldErrors } from '@/api/errors'
import { ErrorNote } from '@/components/ui/notes'
import { beginSecondFactor, confirmSecondFactor } from '../api/access'
import classes from './access.module.css'
import { ProofForm } from './proof-form'

interface SetupProps {
  onDone: (codes: string[]) => void
  onCancel: () => void
}

/** The password, then the picture for the app, then a first code that shows that it works. */
export function SecondFactorSetup({ onDone, onCancel }: SetupProps) {
  const [setup, setSetup] = useState<{ svg: string; secret: string } | null>(null)
  if (setup) return <Confirm svg={setup.svg} secret={setup.secret} onDone={onDone} onCancel={onCancel} />
  return (
    <ProofForm
      what={t`The set-up did not begin`}
      action={t`Go on`}
      onProof={async (proof) => setSetup(await beginSecondFactor(proof))}
      onCancel={onCancel}
    />
  )
}

function Confirm({ svg, secret, onDone, onCancel }: SetupProps & { svg: string; secret: string }) {
  const form = useForm({ initialValues: { code: '' } })
  const confirm = useMutation({
    mutationFn: confirmSecondFactor,
    onSuccess: ({ recovery_codes }) => onDone(recovery_codes),
    onError: (error) => form.setErrors(fieldErrors(error)),
  })
  return (
    <form onSubmit={form.onSubmit((values) => confirm.mutate(values))}>
      <Stack maw={420}>
        <Text size="sm"><Trans>Scan this with your authenticator app.</Trans></Text>
        <img className={classes['picture']} src={`data:image/svg+xml,${encodeURIComponent(svg)}`} alt={t`QR code for your authenticator app`} />
        <Text size="sm">
          <Trans>Or type this key into it: <code className={classes['token']}>{secret.replace(/(.{4})(?=.)/gu, '$1 ')}</code></Trans>
        </Text>
        <TextInput
          label={t`Code that the app now shows`}
          inputMode="numeric"
          autoComplete="one-time-code"
          required
          withAsterisk={false}
          autoFocus
          {...form.getInputProps('code')}
        />
        {confirm.error && Object.keys(form.errors).length === 0 ? (
          <ErrorNote what={t`The second factor is not on yet`} error={confirm.error} />
        ) : null}
        <Buttons action={t`Switch it on`} isPending={confirm.isPending} onCancel={onCancel} />
      </Stack>
    </form>
  )
}

function Buttons({ action, isPending, onCancel }: { action: string; isPending: boolean; onCancel: () => void }) {
  return (
    <Group gap="xs">
      <Button type="submit" loading={isPending}>
        {action}
      </Button>
      <Button variant="default" onClick={onCancel}>
        <Trans>Cancel</Trans>
      </Button>
    </Group>
  )
}
