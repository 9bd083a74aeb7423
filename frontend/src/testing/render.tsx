import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { createMemoryHistory, createRootRoute, createRouter, RouterContextProvider } from '@tanstack/react-router'
import { render, type RenderResult } from '@testing-library/react'
import type { ReactElement } from 'react'

/** Renders a piece of the dashboard with everything around it that it may ask for. */
export function renderPiece(piece: ReactElement): RenderResult & { client: QueryClient } {
  const client = new QueryClient({ defaultOptions: { queries: { retry: false }, mutations: { retry: false } } })
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() })
  const rendered = render(
    <MantineProvider env="test">
      <QueryClientProvider client={client}>
        <Notifications />
        {/* The registered router is the app's; a test needs only something to make links with. */}
        <RouterContextProvider router={router as never}>{piece}</RouterContextProvider>
      </QueryClientProvider>
    </MantineProvider>,
  )
  return { ...rendered, client }
}
