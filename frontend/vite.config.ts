import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { VitePWA } from 'vite-plugin-pwa'
import { defineConfig } from 'vitest/config'

const backend = process.env['BACKEND_URL'] ?? 'http://127.0.0.1:8000'

export default defineConfig({
  plugins: [
    react(),
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
    restoreMocks: true,
    testTimeout: 20_000,
  },
})
