/** What comes before the first page: one file, and no more than it may weigh. */

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Plugin, Rolldown } from 'vite'

/** Bytes of JavaScript, compressed, that the page names before it has shown anything. */
const MOST = 180_000
/** Folders whose words are said after a deed only, when those of the pages are there. */
const SAID_LATER = new Set(['transactions'])

/** Where the words are settled: it runs before everything else, and what it needs lies in no file that holds texts. */
const FIRST = '/src/main.tsx'
const START = '/src/app/start.tsx'
const OF_THE_WORDS = /\/@lingui\/core\/|vite\/preload-helper/u

/**
 * Everything that the app needs before its first page, in one file: fifty small ones compress worse and keep a phone busy
 * with asking. What the words need before that stays out of it.
 */
export function oneFrame(): Plugin {
  const [first, wanted] = [new Set<string>(), new Set<string>()]
  return {
    name: 'one-frame',
    apply: 'build',
    config: () => ({
      build: {
        rolldownOptions: {
          output: {
            codeSplitting: {
              groups: [
                { name: 'words', test: (id: string) => first.has(id) || OF_THE_WORDS.test(id), priority: 1 },
                { name: 'frame', test: (id: string) => wanted.has(id) },
                // A table that can be scrolled needs one small function of it, and not all that floats.
                { name: 'floating-utils', test: /@floating-ui\/utils\//u },
              ],
            },
          },
        },
      },
    }),
    buildEnd() {
      const reachedFrom = (end: string): Set<string> => {
        const found = new Set([...this.getModuleIds()].filter((id) => id.endsWith(end)))
        for (const id of found) this.getModuleInfo(id)?.importedIds.filter((one) => /\/src\/.*\.tsx?$/u.test(one)).forEach((one) => found.add(one))
        return found
      }
      for (const id of reachedFrom(FIRST)) if (!id.endsWith(FIRST)) first.add(id)
      for (const id of reachedFrom(START)) if (!first.has(id)) wanted.add(id)
    },
  }
}

type Bundle = Rolldown.OutputBundle
type Chunk = Rolldown.OutputChunk

function isChunk(file: Bundle[string] | undefined): file is Chunk {
  return file?.type === 'chunk'
}

/** `files` and what they import. */
function withImports(files: Iterable<string>, bundle: Bundle): Set<string> {
  const found = new Set<string>()
  const add = (file: string): void => {
    if (found.has(file)) return
    found.add(file)
    const chunk = bundle[file]
    if (isChunk(chunk)) chunk.imports.forEach(add)
  }
  for (const file of files) add(file)
  return found
}

/** Every script that the page names. */
function namedIn(page: string): string[] {
  return [...page.matchAll(/(?:src|href)="\/([^"]+\.js)"/gu)].map(([, file]) => file ?? '')
}

/** Whether texts at the top of modules are evaluated before their language is settled. */
function speaksTooSoon(bundle: Bundle): boolean {
  const entry = Object.values(bundle).filter(isChunk).find(({ isEntry }) => isEntry)
  return entry !== undefined && [...withImports([entry.fileName], bundle)].some((file) => isChunk(bundle[file]) && bundle[file].moduleIds.some((id) => id.endsWith(START)))
}

function weigh(folder: string, files: Iterable<string>): number {
  return [...files].reduce((sum, file) => sum + gzipSync(readFileSync(join(folder, file)), { level: 9 }).length, 0)
}

/** Folders of features whose program is among `files` and whose words are in none of the frame's catalogues. */
function speechless(bundle: Bundle, files: Set<string>, catalogues: Chunk[]): string[] {
  const modules = [...files].flatMap((file) => (isChunk(bundle[file]) ? bundle[file].moduleIds : []))
  const folders = new Set(modules.flatMap((id) => /\/src\/features\/([^/]+)\//u.exec(id)?.[1] ?? []))
  return [...folders].filter((name) => !SAID_LATER.has(name) && catalogues.some(({ moduleIds }) => !moduleIds.some((id) => id.includes(`/${name}.po`))))
}

export function initialScripts(): Plugin {
  return {
    name: 'initial-scripts',
    apply: 'build',
    writeBundle: {
      order: 'post',
      handler({ dir = 'dist' }, bundle) {
        const files = withImports(namedIn(readFileSync(join(dir, 'index.html'), 'utf8')), bundle)
        // One language is spoken at a time; the longest counts.
        const catalogues = Object.values(bundle).filter(isChunk).filter(({ facadeModuleId }) => /\/locales\/\w+-frame\.ts$/u.test(facadeModuleId ?? ''))
        const [scripts, words] = [weigh(dir, files), Math.max(0, ...catalogues.map(({ fileName }) => weigh(dir, [fileName])))]
        const kB = (bytes: number): string => `${(bytes / 1000).toFixed(1)} kB`
        this.info(`initial scripts: ${kB(scripts)}, with the words of another language ${kB(scripts + words)}, of at most ${kB(MOST)}`)
        if (scripts + words > MOST) this.error(`The first page brings ${kB(scripts + words)} of scripts, more than ${kB(MOST)}: fetch later what it can do without.`)
        if (speaksTooSoon(bundle)) this.error('The app is evaluated before its language is settled: its first file imports the frame.')
        const missing = speechless(bundle, files, catalogues)
        if (missing.length > 0) this.error(`The frame speaks for ${missing.join(', ')}, whose words come later: name them in src/locales/*-frame.ts.`)
      },
    },
  }
}
