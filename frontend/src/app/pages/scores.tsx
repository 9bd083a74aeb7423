import { t } from '@lingui/core/macro'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { ScoresPage } from '@/features/scores/components/scores-page'
import { ADVICE_PAGES } from '../navigation'

export function Scores() {
  return (
    <Page title={t`How good are we?`} about="hit-rate">
      <SubNav label={t`Advice`} pages={ADVICE_PAGES} />
      <ScoresPage />
    </Page>
  )
}
