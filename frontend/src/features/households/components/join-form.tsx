import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Group, Text, TextInput } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import { switchLedger } from '@/api/ledger'
import { Section } from '@/components/ui/section'
import { join } from '../api/households'
import { dropCode, keptCode } from '@/lib/invitation-code'

/** Takes an invitation up: the code of the mail's link is in its field already. */
export function JoinForm() {
  const [kept] = useState(keptCode)
  const [code, setCode] = useState(kept)
  const joining = useMutation({
    mutationFn: () => join(code.trim()),
    onSuccess: ({ id, name, role }) => {
      dropCode()
      switchLedger({ id, name, role })
    },
  })
  return (
    <Section title={kept ? t`You are invited` : t`An invitation`}>
      <Text size="sm" c="dimmed" maw={640} mb="md">
        <Trans>An invitation is for the e-mail address that you sign in with. Whoever invites you learns this address and your name; of your own money nobody sees
        anything.</Trans>
      </Text>
      <form
        onSubmit={(event) => {
          event.preventDefault()
          joining.mutate()
        }}
      >
        <Group align="flex-end" maw={720}>
          <TextInput
            label={t`Code of the invitation`}
            autoComplete="off"
            spellCheck={false}
            maxLength={128}
            value={code}
            error={joining.error ? messageOf(joining.error) : null}
            onChange={(event) => setCode(event.currentTarget.value)}
          />
          <Button type="submit" variant={kept ? 'filled' : 'default'} disabled={code.trim() === ''} loading={joining.isPending}>
            <Trans>Join</Trans>
          </Button>
        </Group>
      </form>
    </Section>
  )
}
