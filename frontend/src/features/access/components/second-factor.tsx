import { plural, t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text } from '@mantine/core'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { since } from '@/lib/since'
import { accessChanged, endSecondFactor, renewRecoveryCodes, secondFactorQuery } from '../api/access'
import { ProofForm } from './proof-form'
import { RecoveryCodes } from './recovery-codes'
import { SecondFactorSetup } from './second-factor-setup'

type Step = 'rest' | 'set-up' | 'renew' | 'end'

/** A code from the phone beside the password: set up, renewed, and switched off again. */
export function SecondFactor() {
  const client = useQueryClient()
  const state = useQuery(secondFactorQuery)
  const [step, setStep] = useState<Step>('rest')
  const [codes, setCodes] = useState<string[] | null>(null)
  const rest = (made: string[] | null = null) => {
    setCodes(made)
    setStep('rest')
    accessChanged(client)
  }
  return (
    <Section title={t`Second factor`}>
      {state.isPending ? <RowSkeletons rows={1} height={56} /> : null}
      {state.isError ? (
        <ErrorNote what={t`Your second factor could not be loaded`} error={state.error} onRetry={() => void state.refetch()} />
      ) : null}
      {codes ? <RecoveryCodes codes={codes} onDone={() => setCodes(null)} /> : null}
      {state.data && step === 'rest' ? (
        <Rest isOn={state.data.is_on} confirmedAt={state.data.confirmed_at} left={state.data.recovery_codes_left} onStep={setStep} />
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
          what={t`The second factor is still on`}
          action={t`Switch it off`}
          onProof={async (proof) => {
            await endSecondFactor(proof)
            say({ message: t`Your password alone opens SpendWise again.` })
            rest()
          }}
          onCancel={() => rest()}
        />
      ) : null}
    </Section>
  )
}

interface RestProps {
  isOn: boolean
  confirmedAt: string | null
  left: number
  onStep: (step: Step) => void
}

function Rest({ isOn, confirmedAt, left, onStep }: RestProps) {
  if (!isOn) {
    return (
      <>
        <Text size="sm" c="dimmed" maw={640} mb="md">
          <Trans>With a second factor, whoever knows your password still needs a code from an app on your phone. Any
          authenticator app will do, and nothing leaves this server.</Trans>
        </Text>
        <Button variant="default" onClick={() => onStep('set-up')}>
          <Trans>Set up a second factor</Trans>
        </Button>
      </>
    )
  }
  return (
    <>
      <Text size="sm" maw={640} mb="md">
        {confirmedAt ? t`On, since ${since(confirmedAt)}.` : t`On.`} {plural(left, { one: 'One recovery code is unused.', other: '# recovery codes are unused.' })}
      </Text>
      <Group gap="xs">
        <Button variant="default" onClick={() => onStep('renew')}>
          <Trans>New recovery codes</Trans>
        </Button>
        <Button variant="default" onClick={() => onStep('end')}>
          <Trans>Switch it off</Trans>
        </Button>
      </Group>
    </>
  )
}
