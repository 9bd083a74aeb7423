import { Trans } from '@lingui/react/macro'
import { ShownOnce } from '@/components/ui/shown-once'

/** The key itself, once. */
export function MadeToken({ name, token, onDone }: { name: string; token: string; onDone: () => void }) {
  return (
    <ShownOnce secret={token} onDone={onDone}>
      <Trans>The key for {name}. Copy it now: it is not shown again.</Trans>
    </ShownOnce>
  )
}
