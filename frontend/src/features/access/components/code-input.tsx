import { t } from '@lingui/core/macro'
import { TextInput, type TextInputProps } from '@mantine/core'
import type { SecondFactorState } from '@/api/types'

/** What stands beside the password where a second factor is on: always with an app; with passkeys alone only later. */
export function CodeInput({ state, ...input }: { state: SecondFactorState | undefined } & TextInputProps) {
  if (!state?.is_on) return null
  const hasApp = state.confirmed_at !== null
  return (
    <TextInput
      label={hasApp ? t`Code` : t`Recovery code`}
      description={hasApp ? t`From the app, or a recovery code.` : t`Only if you signed in more than a quarter of an hour ago.`}
      autoComplete="one-time-code"
      required={hasApp}
      withAsterisk={false}
      {...input}
    />
  )
}
