import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { ActionIcon, Skeleton, Text } from '@mantine/core'
import { IconHelpCircle } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { Suspense } from 'react'
import { later } from '@/lib/later'
import { TERMS, type TermId } from '@/lib/terms'
import { Popup } from './popup'

const Meaning = later(() => import('@/lib/glossary').then(({ meaningOf }) => ({ term }: { term: TermId }) => meaningOf(term)))

/** A small button beside a term that says what it means. By keys: Enter opens it, Escape closes it, focus comes back. */
export function WhatIs({ term }: { term: TermId }) {
  const name = TERMS[term]
  return (
    <Popup
      label={name}
      width={280}
      position="bottom-start"
      onIntent={() => void Meaning.prefetch()}
      button={(props) => (
        <ActionIcon variant="subtle" color="gray" size={24} radius="xl" aria-label={t`What is this: ${name}?`} {...props}>
          <IconHelpCircle size={16} stroke={1.7} aria-hidden />
        </ActionIcon>
      )}
    >
      {() => (
        <>
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
        </>
      )}
    </Popup>
  )
}
