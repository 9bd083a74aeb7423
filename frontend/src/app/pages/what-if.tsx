import { t } from '@lingui/core/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { WhatIfPage } from '@/features/what-if/components/what-if-page'
import { PLAN_PAGES } from '../navigation'

export function WhatIf() {
  const state = useSearch({ from: '/shell/plan/what-if' })
  const navigate = useNavigate({ from: '/plan/what-if' })
  return (
    <Page title={t`What if`} about="what-if">
      <SubNav label={t`Plan`} pages={PLAN_PAGES} />
      <WhatIfPage state={state} onState={(part) => void navigate({ search: (previous) => ({ ...previous, ...part }) as typeof previous, resetScroll: false })} />
    </Page>
  )
}
