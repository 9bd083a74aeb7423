import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import '@mantine/dropzone/styles.css'
import { Button } from '@mantine/core'
import { Link, useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { FirstRun } from '@/features/first-run/components/first-run'
import { isStep } from '@/features/first-run/lib/steps'
import { Imports } from '@/features/imports/components/imports'

export function Start() {
  const { step } = useSearch({ from: '/shell/start' })
  const navigate = useNavigate({ from: '/start' })
  return (
    <Page
      title={t`Welcome to SpendWise`}
      tools={
        <Button size="xs" variant="subtle" component={Link} to="/">
          <Trans>Skip the start</Trans>
        </Button>
      }
    >
      <FirstRun
        step={isStep(step) ? step : null}
        onStep={(next) => void navigate({ search: (previous) => ({ ...previous, step: next }) })}
        importer={<Imports hasPast={false} />}
      />
    </Page>
  )
}
