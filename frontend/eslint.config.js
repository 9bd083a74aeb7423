import { fileURLToPath } from 'node:url'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import lingui from 'eslint-plugin-lingui'
import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'
import done from './src/locales/done.json' with { type: 'json' }

const source = fileURLToPath(new URL('./src', import.meta.url))
const features = ['accounts', 'advice', 'auth', 'categories', 'data', 'drivers', 'evidence', 'first-run', 'forecast', 'health', 'households', 'imports', 'insights', 'jobs', 'operations', 'overview', 'payees', 'rates', 'recurring', 'reports', 'rules', 'scores', 'settings', 'transactions']

// Arrows point one way: lib, api, components -> features -> app, and no feature knows another.
const zones = [
  { target: './src/lib', from: ['./src/api', './src/components', './src/features', './src/app'] },
  { target: './src/api', from: ['./src/components', './src/features', './src/app'] },
  { target: './src/components', from: ['./src/features', './src/app', './src/api/client.ts'] },
  { target: './src/features', from: ['./src/app'] },
  ...features.map((name) => ({
    target: `./src/features/${name}`,
    from: ['./src/features'],
    except: [`./${name}`],
  })),
]

/** Where every text must be marked for its translation: the folders of the catalogues that are done. */
const translated = done.flatMap((name) =>
  name === 'shell' ? ['app', 'api', 'components', 'lib'].map((folder) => `src/${folder}/**`) : [`src/features/${name}/**`],
)

export default defineConfig(
  { ignores: ['dist', 'public', 'src/api/schema.gen.ts', 'test-results', 'playwright-report'] },
  tseslint.configs.strictTypeChecked,
  tseslint.configs.stylisticTypeChecked,
  reactHooks.configs.flat['recommended-latest'],
  {
    languageOptions: {
      parserOptions: { project: ['./tsconfig.json', './tsconfig.node.json'], tsconfigRootDir: import.meta.dirname },
    },
    plugins: { 'import-x': importX },
    settings: {
      'import-x/extensions': ['.ts', '.tsx'],
      'import-x/parsers': { '@typescript-eslint/parser': ['.ts', '.tsx'] },
      'import-x/resolver-next': [createNodeResolver({ extensions: ['.ts', '.tsx', '.js'], alias: { '@': [source] } })],
    },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      'import-x/no-restricted-paths': ['error', { zones }],
      'import-x/no-cycle': ['error', { ignoreExternal: true }],
      'no-restricted-globals': [
        'error',
        { name: 'fetch', message: 'Only src/api/client.ts talks to the network.' },
        { name: 'parseFloat', message: 'Money is never a float; use lib/money.' },
      ],
      'no-restricted-properties': [
        'error',
        { object: 'window', property: 'fetch', message: 'Only src/api/client.ts talks to the network.' },
        { object: 'globalThis', property: 'fetch', message: 'Only src/api/client.ts talks to the network.' },
        { object: 'Number', property: 'parseFloat', message: 'Money is never a float; use lib/money.' },
      ],
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/consistent-type-definitions': ['error', 'interface'],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/no-confusing-void-expression': 'off',
      '@typescript-eslint/only-throw-error': 'off',
      '@typescript-eslint/no-misused-promises': ['error', { checksVoidReturn: { attributes: false } }],
    },
  },
  { files: ['src/api/client.ts'], rules: { 'no-restricted-globals': 'off' } },
  {
    files: translated,
    ignores: ['**/*.test.ts', '**/*.test.tsx'],
    plugins: { lingui },
    rules: {
      'lingui/no-trans-inside-trans': 'error',
      'lingui/no-single-variables-to-translate': 'error',
      'lingui/no-unlocalized-strings': [
        'error',
        {
          useTsTypes: true,
          // Text has a blank between words or begins with a capital; what is neither is a name for the machine.
          ignore: ['^[^A-Z\\s]*$', '^\\s*$', '^[A-Z]{1,3}$', '^(?:Inter Variable|mod \\+ K|[kM]B|en-[A-Z]{2}|[A-Z]\\$?)$', 'T00:00:00Z$', '^\\(max-width', 'SpendWise$', '^-Q$', '^[HLMV]$', '^UTF-\\d+$'],
          ignoreNames: [{ regex: { pattern: '^(?:className|style|styles|name|key|value|understood|to|href|d|viewBox|transform|fontFamily.*|autoComplete|queryKey|id|color|c|border.*|method|path|background|gridTemplate.*|displayName|en|de|[A-Z_]+)$' } }],
          ignoreFunctions: ['lazyRouteComponent', 'Error', 'RangeError', 'TypeError', 'DOMException', 'console.*', '*.getPropertyValue', '*.setProperty', '*.querySelector', '*.querySelectorAll', '*.closest', '*.matches', '*.addEventListener', '*.removeEventListener', 'matchMedia', '*.matchMedia', 'Intl.*', '*.getItem', '*.setItem', '*.startsWith', '*.endsWith', '*.includes', '*.split', '*.join', '*.replace', '*.replaceAll', '*.set', '*.append'],
        },
      ],
    },
  },
)
