import { t } from '@lingui/core/macro'
import { ActionIcon, Group } from '@mantine/core'
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react'
import { useNavigate, useSearch } from '@tanstack/react-router'
import { Page } from '@/components/layouts/page'
import { SubNav } from '@/components/layouts/sub-nav'
import { BudgetsPage } from '@/features/budgets/components/budgets-page'
import { addMonths, monthName, monthOf, parsePeriod, today } from '@/lib/period'
import { PLAN_PAGES } from '../navigation'

/** The month that the URL names; the running one where it names none. */
function monthIn(text: string | undefined): string {
  return text !== undefined && /^\d{4}-\d{2}$/u.test(text) && parsePeriod(text) ? text : monthOf(today())
}

export function Budgets() {
  const { month: named } = useSearch({ from: '/shell/plan/budgets' })
  const navigate = useNavigate({ from: '/plan/budgets' })
  const month = monthIn(named)
  const go = (next: string): void =>
    void navigate({ search: (previous) => ({ ...previous, month: next === monthOf(today()) ? undefined : next }) as typeof previous, resetScroll: false })
  return (
    <Page
      title={t`Budgets`}
      about="budget"
      tools={
        <Group gap={4} role="group" aria-label={t`Month`}>
          <ActionIcon variant="subtle" aria-label={t`Month before`} onClick={() => go(addMonths(month, -1))}>
            <IconChevronLeft size={18} />
          </ActionIcon>
          <span aria-live="polite">{monthName(month)}</span>
          <ActionIcon variant="subtle" aria-label={t`Month after`} onClick={() => go(addMonths(month, 1))}>
            <IconChevronRight size={18} />
          </ActionIcon>
        </Group>
      }
    >
      <SubNav label={t`Plan`} pages={PLAN_PAGES} />
      <BudgetsPage key={month} month={month} />
    </Page>
  )
}
