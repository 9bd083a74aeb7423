import { createContext, useContext } from 'react'

interface ShellActions {
  openJobs: () => void
}

/** What the frame offers to the pages inside it. */
export const ShellActionsContext = createContext<ShellActions>({ openJobs: () => undefined })

export function useShellActions(): ShellActions {
  return useContext(ShellActionsContext)
}
