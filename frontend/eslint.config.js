import { fileURLToPath } from 'node:url'
import { createNodeResolver, importX } from 'eslint-plugin-import-x'
import { defineConfig } from 'eslint/config'
import reactHooks from 'eslint-plugin-react-hooks'
import tseslint from 'typescript-eslint'

const source = fileURLToPath(new URL('./src', import.meta.url))
const features = ['accounts', 'advice', 'auth', 'categories', 'data', 'drivers', 'evidence', 'first-run', 'forecast', 'health', 'imports', 'insights', 'jobs', 'overview', 'payees', 'rates', 'recurring', 'reports', 'rules', 'scores', 'settings', 'transactions']

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
)
