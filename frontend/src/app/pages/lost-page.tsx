import { Anchor, Button, Container } from '@mantine/core'
import { Link } from '@tanstack/react-router'
import { EmptyNote, ErrorNote } from '@/components/ui/notes'

export function LostPage() {
  return (
    <Container size="sm" py="xl">
      <EmptyNote title="There is no such page" action={<Anchor component={Link} to="/">Go to the overview</Anchor>}>
        The address may be old or mistyped.
      </EmptyNote>
    </Container>
  )
}

/** A page that could not be shown, such as a part of the program that did not load after an update. */
export function BrokenPage({ error }: { error: unknown }) {
  return (
    <Container size="sm" py="xl">
      <ErrorNote what="This page could not be shown" error={error} />
      <Button mt="md" onClick={() => window.location.reload()}>
        Reload
      </Button>
    </Container>
  )
}
