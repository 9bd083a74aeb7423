import { t } from '@lingui/core/macro'
import { Button, Stack } from '@mantine/core'
import { IconFingerprint } from '@tabler/icons-react'
import { useMutation } from '@tanstack/react-query'
import { ErrorNote } from '@/components/ui/notes'
import { signInWithPasskey } from '../api/sign-in'

interface PasskeyButtonProps {
  label: string
  /** Of a right password; without it the passkey alone opens. */
  challenge?: string
  isFirst?: boolean
  onDone: () => void
}

/** Asks the browser for a passkey, and says why where none came. */
export function PasskeyButton({ label, challenge, isFirst = false, onDone }: PasskeyButtonProps) {
  const entry = useMutation({ mutationFn: () => signInWithPasskey(challenge), onSuccess: onDone })
  return (
    <Stack gap="md" mt={isFirst ? 0 : 'md'} mb={isFirst ? 'md' : 0}>
      {entry.error ? <ErrorNote what={t`You are not signed in`} error={entry.error} /> : null}
      <Button
        size="md"
        variant={isFirst ? 'filled' : 'default'}
        autoFocus={isFirst}
        leftSection={<IconFingerprint size={18} aria-hidden />}
        loading={entry.isPending}
        onClick={() => entry.mutate()}
      >
        {label}
      </Button>
    </Stack>
  )
}
