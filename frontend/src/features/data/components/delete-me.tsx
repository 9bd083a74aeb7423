import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useState } from 'react'
import { session } from '@/api/session'
import { DeleteForGood } from '@/components/ui/delete-for-good'
import { Section } from '@/components/ui/section'
import { deleteMe } from '../api/restore'
import classes from './data.module.css'

/** The end of an account. */
export function DeleteMe() {
  const [isAsking, setAsking] = useState(false)
  return (
    <Section title={t`Delete everything`}>
      <div className={classes['danger']}>
        <Text size="sm" c="dimmed" mb="md">
          <Trans>Your account goes with all its transactions, files and reports. Take the archive first if you may want it back.</Trans>
        </Text>
        <Button variant="default" c="var(--mantine-color-error)" onClick={() => setAsking(true)}>
          <Trans>Delete my account</Trans>
        </Button>
      </div>
      <DeleteForGood
        title={t`Delete your account and everything in it?`}
        isOpen={isAsking}
        onClose={() => setAsking(false)}
        deed={deleteMe}
        onDone={() => session.signOut()}
      >
        <Trans>This cannot be undone, by you or by anybody else.</Trans>
      </DeleteForGood>
    </Section>
  )
}
