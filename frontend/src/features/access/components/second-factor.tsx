import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { SecondFactorState } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { accessChanged, endSecondFactor, renewRecoveryCodes, secondFactorQuery } from '../api/access'
import { ProofForm } from './proof-form'
import { RecoveryCodes } from './recovery-codes'
import { SecondFactorSetup } from './second-factor-setup'

type Step = 'rest' | 'set-up' | 'renew' | 'end'

/** A code from the phone beside the password: set up, renewed, and switched off again. Passkeys share its recovery codes. */
export function SecondFactor() {
  const client = useQueryClient()
  const state = useQuery(secondFactorQuery)
  const [step, setStep] = useState<Step>('rest')
  const [codes, setCodes] = useState<string[] | null>(null)
  const passkeys = state.data?.passkeys ?? 0
  const rest = (made: string[] | null = null) => {
    setCodes(made)
    setStep('rest')
    accessChanged(client)
  }
  return (
    <Section title={t`Authenticator app and recovery codes`}>
      {state.isPending ? <RowSkeletons rows={1} height={56} /> : null}
      {state.isError ? (
        <ErrorNote what={t`Your second factor could not be loaded`} error={state.error} onRetry={() => void state.refetch()} />
      ) : null}
      {codes && codes.length > 0 ? <RecoveryCodes codes={codes} onDone={() => setCodes(null)} /> : null}
      {state.data && step === 'rest' ? (
        <Rest state={state.data} onStep={setStep} />
      ) : null}
      {step === 'set-up' ? <SecondFactorSetup onDone={rest} onCancel={() => rest()} /> : null}
      {step === 'renew' ? (
        <ProofForm
          what={t`The recovery codes were not renewed`}
          action={t`Make new codes`}
          onProof={async (proof) => rest((await renewRecoveryCodes(proof)).recovery_codes)}
          onCancel={() => rest()}
        />
      ) : null}
      {step === 'end' ? (
        <ProofForm
          what={t`The app is still on`}
          action={t`Switch the app off`}
          onProof={async (proof) => {
            await endSecondFactor(proof)
            say({ message: passkeys > 0 ? t`The app is off. Your passkeys stay.` : t`Your password alone opens SpendWise again.` })
            rest()
          }}
          onCancel={() => rest()}
        />
      ) : null}
    </Section>
  )
}

interface RestProps {
  state: SecondFactorState
  onStep: (step: Step) => void
}

function Rest({ state, onStep }: RestProps) {
  const { is_on: isOn, confirmed_at: confirmedAt, recovery_codes_left: left } = state
  return (
    <>
      {confirmedAt ? null : (
        <Text size="sm" c="dimmed" maw={640} mb="md">
          <Trans>With an authenticator app, whoever knows your password still needs a code from your phone. Any app will do, and
          nothing leaves this server.</Trans>
        </Text>
      )}
      {isOn ? (
        <Text size="sm" maw={640} mb="md">
          {confirmedAt ? t`The app is on, since ${since(confirmedAt)}.` : ''} {plural(left, { one: 'One recovery code is unused.', other: '# recovery codes are unused.' })}
        </Text>
      ) : null}
      <Group gap="xs">
        {confirmedAt ? null : (
          <Button variant="default" onClick={() => onStep('set-up')}>
            <Trans>Set up an app</Trans>
          </Button>
        )}
        {isOn ? (
          <Button variant="default" onClick={() => onStep('renew')}>
            <Trans>New recovery codes</Trans>
          </Button>
        ) : null}
        {confirmedAt ? (
          <Button variant="default" onClick={() => onStep('end')}>
            <Trans>Switch the app off</Trans>
          </Button>
        ) : null}
      </Group>
    </>
  )
}
