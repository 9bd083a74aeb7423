import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Anchor, Button, Container } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote } from '@/components/ui/notes'

export function LostPage() {
  return (
    <Container size="sm" py="xl">
      <EmptyNote title={t`There is no such page`} action={<Anchor component={Link} to="/"><Trans>Go to the overview</Trans></Anchor>}>
        <Trans>The address may be old or mistyped.</Trans>
      </EmptyNote>
    </Container>
  )
}

/** A page that could not be shown, such as a part of the program that did not load after an update. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <Container size="sm" py="xl">
      <ErrorNote what={t`This page could not be shown`} error={error} />
      <Button mt="md" onClick={() => window.location.reload()}>
        <Trans>Reload</Trans>
      </Button>
    </Container>
  )
}
