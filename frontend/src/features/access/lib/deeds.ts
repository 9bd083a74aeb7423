import { t } from '@lingui/core/macro'
import type { Activity } from '@/api/types'

export const DEEDS: Record<Activity['action'], string> = {
  registered: t`The account was made`,
  registration_requested: t`An account was asked for; its address waits to be confirmed`,
  signed_in: t`Signed in`,
  sign_in_failed: t`A sign-in failed`,
  refresh_reused: t`A used token came back, so that sign-in was ended`,
  signed_out: t`Signed out`,
  password_changed: t`The password was changed`,
  deactivated: t`The account was shut`,
  ended_by_staff: t`A sign-in was ended by the operator`,
  deleted: t`The account was deleted`,
  token_created: t`A key for a program was made`,
  token_revoked: t`A key for a program was revoked`,
  session_ended: t`Other sign-ins were ended`,
  second_factor_on: t`The second factor was switched on`,
  second_factor_off: t`The second factor was switched off`,
  app_removed: t`The authenticator app was removed`,
  passkey_added: t`A passkey was added`,
  passkey_removed: t`A passkey was removed`,
  recovery_code_used: t`A recovery code was used`,
  recovery_codes_renewed: t`New recovery codes were made`,
  reset_requested: t`A new password was asked for by mail`,
  password_reset: t`A new password was set by mail`,
  data_exported: t`Everything was exported`,
}
