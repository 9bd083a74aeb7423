import { Stack } from '@mantine/core'
import { ledger } from '@/api/ledger'
import { DeleteMe } from './delete-me'
import { Exports } from './exports'
import { Restore } from './restore'
import { Tables } from './tables'

/** Everything out, everything back, and everything gone. */
export function YourData() {
  return (
    <Stack gap={40}>
      <Exports />
      <Tables />
      <Restore />
      {ledger.current ? null : <DeleteMe />}
    </Stack>
  )
}
