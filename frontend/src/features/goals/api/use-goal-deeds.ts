import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { messageOf } from '@/api/errors'
import type { Goal, GoalPatch } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'
import { goalsChanged, goalsQuery, orderGoals, removeGoal, restoreGoal, saidOf, saveGoal } from './goals'

interface Deeds {
  remove: (goal: Goal) => void
  archive: (goal: Goal) => void
  /** The goals in this order. */
  arrange: (goals: readonly Goal[]) => void
}

/** Seen at once, put back if the server refuses, and taken back on one click. */
export function useGoalDeeds(): Deeds {
  const client = useQueryClient()
  const { queryKey } = goalsQuery
  const show = async (change: (known: readonly Goal[]) => Goal[]): Promise<void> => {
    await client.cancelQueries({ queryKey })
    client.setQueryData<Goal[]>(queryKey, (known) => change(known ?? []))
  }
  const failed = (title: string) => (error: unknown) => {
    say({ title, message: messageOf(error), isBad: true })
    goalsChanged(client)
  }
  const back = (deed: Promise<unknown>): void => {
    deed.then(() => goalsChanged(client), failed(t`Not taken back`))
  }
  const removal = useMutation({
    mutationFn: ({ id }: Goal) => removeGoal(id),
    onMutate: ({ id }) => show((known) => known.filter((one) => one.id !== id)),
    onSuccess: (_gone, { id, name }) => {
      goalsChanged(client)
      offerUndo(t`${name} was removed.`, () => back(restoreGoal(id)))
    },
    onError: failed(t`The goal was not removed`),
  })
  const archiving = useMutation({
    mutationFn: ({ id, is_archived: isArchived }: Goal) => saveGoal(id, { is_archived: !isArchived }),
    onMutate: ({ id, is_archived: isArchived }) =>
      show((known) => known.map((one) => (one.id === id ? { ...one, is_archived: !isArchived } : one))),
    onSuccess: ({ id, name, is_archived: isArchived }) => {
      goalsChanged(client)
      offerUndo(isArchived ? t`${name} is put away.` : t`${name} is back.`, () => back(saveGoal(id, { is_archived: !isArchived })))
    },
    onError: failed(t`The goal stays as it was`),
  })
  const order = useMutation({
    // One move after the other, so that the last one stands.
    scope: { id: 'goals-order' },
    mutationFn: (goals: readonly Goal[]) => orderGoals(goals.map(({ id }) => id)),
    onMutate: (goals) => show(() => [...goals]),
    onSettled: () => goalsChanged(client),
    onError: failed(t`The order was not kept`),
  })
  return { remove: removal.mutate, archive: archiving.mutate, arrange: order.mutate }
}

/** Takes an edit back by sending what was there before. */
export function undoEdit(client: ReturnType<typeof useQueryClient>, before: Goal): void {
  const body: GoalPatch = saidOf(before)
  saveGoal(before.id, body).then(
    () => goalsChanged(client),
    (error: unknown) => say({ title: t`Not taken back`, message: messageOf(error), isBad: true }),
  )
}
