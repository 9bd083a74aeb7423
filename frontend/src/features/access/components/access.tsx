import { Stack } from '@mantine/core'
import { Activity } from './activity'
import { Passkeys } from './passkeys'
import { SecondFactor } from './second-factor'
import { SessionList } from './session-list'
import { TokenList } from './token-list'

/** Who is signed in as me, and which programs hold a key of mine. */
export function Access() {
  return (
    <Stack gap={40}>
      <Passkeys />
      <SecondFactor />
      <SessionList />
      <TokenList />
      <Activity />
    </Stack>
  )
}
