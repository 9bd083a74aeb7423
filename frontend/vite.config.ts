import { fileURLToPath } from 'node:url'
import { lingui } from '@lingui/vite-plugin'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'
import { initialScripts, oneFrame } from './budget'

const backend = process.env['BACKEND_URL'] ?? 'http://127.0.0.1:8000'

/**
 * The page asks for its language's words before the app is evaluated; the app is fetched in the meantime, not after.
 */
function preloadApp(): Plugin {
  return {
    name: 'preload-app',
    transformIndexHtml: {
      order: 'post',
      handler: (_, { bundle }) => {
        const chunks = new Map(Object.values(bundle ?? {}).flatMap((file) => (file.type === 'chunk' ? [[file.fileName, file]] : [])))
        const app = [...chunks.values()].find(({ facadeModuleId }) => facadeModuleId?.endsWith('/src/app/start.tsx'))
        const files = new Set(app ? [app.fileName] : [])
        // A set that grows while it is walked: what an import imports is wanted as well, and at once.
        for (const file of files) chunks.get(file)?.imports.forEach((one) => files.add(one))
        // Letters that come after the first words would move them: their file is asked for with the scripts.
        const letters = Object.keys(bundle ?? {}).filter((file) => file.includes('/inter-latin-opsz-normal-'))
        return [
          ...letters.map((file) => ({ rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: true, href: `/${file}` })),
          ...[...files].map((file) => ({ rel: 'modulepreload', crossorigin: true, href: `/${file}` })),
        ].map((attrs) => ({ tag: 'link', attrs, injectTo: 'head' as const }))
      },
    },
  }
}

export default defineConfig({
  plugins: [
    // Messages stay in the code: English needs no catalogue then, and a text without a translation is English.
    lingui({ macroTransform: { macro: { descriptorFields: 'message' } }, failOnCompileError: true }),
    react(),
    oneFrame(),
    preloadApp(),
    initialScripts(),
    VitePWA({
      // The page registers the worker itself: an injected script would be an inline one, and a new version is offered.
      registerType: 'prompt',
      injectRegister: false,
      manifest: {
        id: '/',
        name: 'SpendWise',
        short_name: 'SpendWise',
        description: 'Your money, with the evidence behind every figure.',
        start_url: '/',
        scope: '/',
        display: 'standalone',
        background_color: '#fafaf7',
        theme_color: '#0b5c57',
        icons: [
          { src: '/icon-192.png', sizes: '192x192', type: 'image/png' },
          { src: '/icon-512.png', sizes: '512x512', type: 'image/png' },
          { src: '/icon-maskable-512.png', sizes: '512x512', type: 'image/png', purpose: 'maskable' },
        ],
      },
      workbox: {
        // The shell alone. Answers of the API hold private figures and never enter Cache Storage.
        globPatterns: ['**/*.{js,css,html,woff2,svg}'],
        navigateFallback: '/index.html',
        navigateFallbackDenylist: [/^\/(?:api|admin|static|reports-files)(?:\/|$)/u, /^\/(?:healthz|readyz)$/u],
        cleanupOutdatedCaches: true,
        inlineWorkboxRuntime: true,
        sourcemap: false,
      },
    }),
  ],
  resolve: { alias: { '@': fileURLToPath(new URL('./src', import.meta.url)) } },
  server: {
    host: '127.0.0.1',
    proxy: Object.fromEntries(
      ['/api', '/reports-files', '/healthz', '/readyz', '/admin', '/static'].map((path) => [
        path,
        { target: backend, changeOrigin: false },
      ]),
    ),
  },
  build: {
    target: 'es2022',
    // The page runs under script-src 'self' and font-src 'self': nothing may become a data: URL or inline script.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  test: {
    environment: 'jsdom',
    setupFiles: ['src/testing/setup.ts'],
    include: ['src/**/*.test.{ts,tsx}'],
    css: false,
    // One environment for all files of a process: starting one a file took three quarters of the time.
    isolate: false,
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
