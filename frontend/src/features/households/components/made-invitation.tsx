import { Trans } from '@lingui/react/macro'
import type { InvitationMade } from '@/api/types'
import { ShownOnce } from '@/components/ui/shown-once'

/** The link itself, once: where no mail arrives it is handed over by other ways. */
export function MadeInvitation({ made, onDone }: { made: InvitationMade; onDone: () => void }) {
  const { email } = made
  return (
    <ShownOnce secret={made.link} onDone={onDone}>
      <Trans>An invitation for {email} was made, and is mailed where this server sends mail. You can hand over its link yourself; it is not shown again.</Trans>
    </ShownOnce>
  )
}
