import { t } from '@lingui/core/macro'
import { Trans } from '@lingui/react/macro'
import { Button, Text } from '@mantine/core'
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { messageOf } from '@/api/errors'
import type { PersonalToken } from '@/api/types'
import { say } from '@/components/ui/announce'
import { ErrorNote, RowSkeletons } from '@/components/ui/notes'
import { Section } from '@/components/ui/section'
import { dayName } from '@/lib/period'
import { since } from '@/lib/since'
import { listed } from '@/lib/words'
import { accessChanged, revokeToken, tokensQuery } from '../api/access'
import { MAY } from '../lib/scopes'
import classes from './access.module.css'
import { MadeToken } from './made-token'
import { TokenForm } from './token-form'

function deeds({ scopes }: PersonalToken): string {
  return listed(scopes.map((scope) => MAY[scope]))
}

export function TokenList() {
  const client = useQueryClient()
  const list = useQuery(tokensQuery)
  const [made, setMade] = useState<{ name: string; token: string } | null>(null)
  const revoke = useMutation({
    mutationFn: revokeToken,
    onSuccess: () => say({ message: t`The token was revoked. No program gets in with it any more.` }),
    onError: (error) => say({ title: t`The token was not revoked`, message: messageOf(error), isBad: true }),
    onSettled: () => accessChanged(client),
  })
  const tokens = list.data ?? []
  return (
    <Section title={t`Keys for your programs`}>
      <Text size="sm" c="dimmed" maw={640} mb="md">
        <Trans>A program of yours, such as a script or an assistant, gets in with a key of its own and may do only what you tick here. Changing your
        password ends all keys. What an assistant may read, it may also pass on to the language model behind it, which is often somebody else&apos;s:
        give a key only to a program that you would show your bookings to.</Trans>
      </Text>
      {made ? <MadeToken name={made.name} token={made.token} onDone={() => setMade(null)} /> : null}
      <TokenForm
        onMade={(one) => {
          setMade(one)
          accessChanged(client)
        }}
      />
      {list.isPending ? <RowSkeletons rows={2} height={56} /> : null}
      {list.isError ? <ErrorNote what={t`Your keys could not be loaded`} error={list.error} onRetry={() => void list.refetch()} /> : null}
      {list.data && tokens.length === 0 ? (
        <Text size="sm" c="dimmed" mt="md">
          <Trans>No program has a key.</Trans>
        </Text>
      ) : null}
      <ul className={classes['list']}>
        {tokens.map((one) => (
          <TokenRow key={one.id} token={one} onRevoke={() => revoke.mutate(one.id)} isRevoking={revoke.isPending && revoke.variables === one.id} />
        ))}
      </ul>
    </Section>
  )
}

function TokenRow({ token, onRevoke, isRevoking }: { token: PersonalToken; onRevoke: () => void; isRevoking: boolean }) {
  return (
    <li className={classes['row']}>
      <div>
        <Text fw={560} size="sm">
          {token.name} <code>{token.hint}…</code>
        </Text>
        <Text size="sm" c="dimmed">
          {t`May ${deeds(token)}.`} {token.last_used_at ? t`Last used ${since(token.last_used_at)}.` : t`Never used.`}{' '}
          {token.expires_at ? t`Ends on ${dayName(token.expires_at.slice(0, 10), 'medium')}.` : ''}
        </Text>
      </div>
      <Button size="xs" variant="default" loading={isRevoking} aria-label={t`Revoke ${token.name}`} onClick={onRevoke}>
        <Trans>Revoke</Trans>
      </Button>
    </li>
  )
}
