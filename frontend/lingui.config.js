import { formatter } from '@lingui/format-po'
import { createSwcExtractor } from '@lingui/native-tools'

const tests = ['**/*.test.ts', '**/*.test.tsx']

/** One catalogue for what every page shares and one for each feature; the English text in the code is its key. */
/** @type {import('@lingui/conf').LinguiConfig} */
export default {
  sourceLocale: 'en',
  locales: ['de'],
  catalogs: [
    { path: 'src/locales/{locale}/shell', include: ['src/app', 'src/api', 'src/components', 'src/lib'], exclude: tests },
    { path: 'src/locales/{locale}/{name}', include: ['src/features/{name}'], exclude: tests },
  ],
  extractors: [createSwcExtractor()],
  format: formatter({ lineNumbers: false, origins: false }),
  orderBy: 'message',
  runtimeConfigModule: { Trans: ['@/components/ui/trans', 'Trans'] },
}
