import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { NewVersion } from '@/features/offline/new-version'
import { queryClient } from './query-client'
import { router } from './router'
import { theme, tokens } from './theme'

const schemes = localStorageColorSchemeManager({ key: 'spendwise-color-scheme' })

export function App() {
  return (
    <DirectionProvider initialDirection={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={tokens} colorSchemeManager={schemes} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Notifications position="bottom-center" limit={3} autoClose={6000} />
          <NewVersion />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
