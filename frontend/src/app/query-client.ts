import { QueryClient } from '@tanstack/react-query'
import { connection } from '@/api/connection'
import { ApiError } from '@/api/errors'
import { forgetKept, keepWhatIsRead } from '@/api/kept'
import { ledger } from '@/api/ledger'
import { session } from '@/api/session'

/** Trying again helps against a busy or unreachable server, never against a refusal. */
function isWorthRetrying(failures: number, error: Error): boolean {
  return failures < 2 && !connection.isAway && error instanceof ApiError && (error.status === 0 || error.status >= 500)
}

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      // Without the server what was read stays as it is; asking again would only put an error in its place.
      staleTime: () => (connection.isAway ? Infinity : 15_000),
      networkMode: 'always',
      retry: isWorthRetrying,
      refetchOnWindowFocus: true,
    },
    // Not held back until the connection returns: an edit is refused with a sentence at once.
    mutations: { retry: false, networkMode: 'always' },
  },
})

keepWhatIsRead(queryClient)
/** When the session ends, here or in another tab, nothing of it stays behind on this device. */
session.subscribe(() => {
  if (session.status !== 'signed-out') return
  queryClient.clear()
  ledger.forget()
  void forgetKept()
})
