import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Popover, Skeleton, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { lazy, Suspense } from 'react'
import { TERMS, type TermId } from '@/lib/terms'

const Meaning = lazy(() =>
  import('@/lib/glossary').then(({ meaningOf }) => ({ default: ({ term }: { term: TermId }) => meaningOf(term) })),
)

/** A small button beside a term that says what it means. By keys: Enter opens it, Escape closes it, focus comes back. */
export function WhatIs({ term }: { term: TermId }) {
  const name = TERMS[term]
  return (
    <Popover width={280} position="bottom-start" trapFocus returnFocus shadow="md" withinPortal>
      <Popover.Target>
        <ActionIcon variant="subtle" color="gray" size={24} radius="xl" aria-label={t`What is this: ${name}?`}>
          <IconHelpCircle size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>
        <Text size="sm" fw={560} mb={4}>
          {name}
        </Text>
        <Text size="sm" mb={8} component="div">
          <Suspense fallback={<Skeleton height={60} />}>
            <Meaning term={term} />
          </Suspense>
        </Text>
        <Text size="sm">
          <Link to="/glossary" hash={term} style={{ color: 'var(--sw-accent)' }}>
            <Trans>All terms</Trans>
          </Link>
        </Text>
      </Popover.Dropdown>
    </Popover>
  )
}
