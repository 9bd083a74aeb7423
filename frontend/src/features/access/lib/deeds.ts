import type { Activity } from '@/api/types'

export const DEEDS: Record<Activity['action'], string> = {
  registered: 'The account was made',
  signed_in: 'Signed in',
  sign_in_failed: 'A sign-in failed',
  refresh_reused: 'A used token came back, so that sign-in was ended',
  signed_out: 'Signed out',
  password_changed: 'The password was changed',
  deactivated: 'The account was shut',
  ended_by_staff: 'A sign-in was ended by the operator',
  deleted: 'The account was deleted',
  token_created: 'A key for a program was made',
  token_revoked: 'A key for a program was revoked',
  session_ended: 'Other sign-ins were ended',
  second_factor_on: 'The second factor was switched on',
  second_factor_off: 'The second factor was switched off',
  recovery_code_used: 'A recovery code was used',
  recovery_codes_renewed: 'New recovery codes were made',
  reset_requested: 'A new password was asked for by mail',
  password_reset: 'A new password was set by mail',
  data_exported: 'Everything was exported',
}
