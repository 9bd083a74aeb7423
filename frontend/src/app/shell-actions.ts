import { createContext, useContext } from 'react'

interface ShellActions {
  openJobs: () => void
  /** The command palette. */
  openSearch: () => void
}

const nothing = (): void => undefined

/** What the frame offers to the pages inside it. */
export const ShellActionsContext = createContext<ShellActions>({ openJobs: nothing, openSearch: nothing })

export function useShellActions(): ShellActions {
  return useContext(ShellActionsContext)
}
