import { t } from '@lingui/core/macro'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { AskPage } from '@/features/ask/components/ask-page'

export function Ask() {
  const { q = '' } = useSearch({ from: '/shell/ask' })
  const navigate = useNavigate({ from: '/ask' })
  return (
    <Page title={t`Ask your money`}>
      <AskPage question={q} onAsk={(question) => void navigate({ search: (previous) => ({ ...previous, q: question }) })} />
    </Page>
  )
}
