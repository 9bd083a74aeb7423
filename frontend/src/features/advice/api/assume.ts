import { t } from '@lingui/core/macro'
import { useMutation, useQueryClient } from '@tanstack/react-query'
import { api, unwrap } from '@/api/client'
import { fieldErrors, messageOf } from '@/api/errors'
import { adviceShownQuery } from '@/api/findings'
import type { Advice } from '@/api/types'
import { offerUndo, say } from '@/components/ui/announce'

interface Assumed {
  advice: Advice
  key: string
  value: string
  before: string
}

/** Your word about an assumption: kept at once, the figures follow with the analysis that it asks for. Can be undone. */
export function useAssume() {
  const client = useQueryClient()
  const put = (advice: Advice): void => {
    client.setQueryData<Advice[]>(adviceShownQuery.queryKey, (known) => known?.map((one) => (one.id === advice.id ? advice : one)))
  }
  const tell = async ({ advice, key, value }: Omit<Assumed, 'before'>): Promise<Advice> => {
    try {
      return await unwrap(api.PATCH('/api/advice/{id}/assumptions/', { params: { path: { id: advice.id } }, body: { key, value } }))
    } catch (error) {
      throw new Error(fieldErrors(error)['value'] ?? messageOf(error), { cause: error })
    }
  }
  return useMutation({
    mutationFn: ({ advice, key, value }: Assumed) => tell({ advice, key, value }),
    onSuccess: (answer, { advice, key, before }) => {
      put(answer)
      const kept = t`Kept. The figures are worked out anew within a minute or two.`
      // Nobody knew it before, and "not known" cannot be said.
      if (before === '') return say({ message: kept })
      offerUndo(kept, () => {
        tell({ advice, key, value: before }).then(put, (error: unknown) => say({ title: t`Not undone`, message: messageOf(error), isBad: true }))
      })
    },
  })
}
