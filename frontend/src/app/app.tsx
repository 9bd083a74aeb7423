import { DirectionProvider, localStorageColorSchemeManager, MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { Suspense } from 'react'
import { NewVersion } from '@/features/offline/new-version'
import { useIdle } from '@/lib/idle'
import { NoteStack } from './parts'
import { queryClient } from './query-client'
import { router } from './router'
import { theme, tokens } from './theme'

const schemes = localStorageColorSchemeManager({ key: 'spendwise-color-scheme' })

export function App() {
  const isIdle = useIdle()
  return (
    <DirectionProvider initialDirection={document.documentElement.dir === 'rtl' ? 'rtl' : 'ltr'} detectDirection={false}>
      <MantineProvider theme={theme} cssVariablesResolver={tokens} colorSchemeManager={schemes} defaultColorScheme="auto">
        <QueryClientProvider client={queryClient}>
          <Suspense>{isIdle ? <NoteStack /> : null}</Suspense>
          <NewVersion />
          <RouterProvider router={router} />
        </QueryClientProvider>
      </MantineProvider>
    </DirectionProvider>
  )
}
