import { t } from '@lingui/core/macro'

const BROWSERS: readonly [RegExp, string][] = [
  [/Edg\//u, t`Edge`],
  [/OPR\//u, t`Opera`],
  [/Firefox\//u, t`Firefox`],
  [/Chrome\//u, t`Chrome`],
  [/Safari\//u, t`Safari`],
]
const SYSTEMS: readonly [RegExp, string][] = [
  [/iPhone|iPad/u, t`iOS`],
  [/Android/u, t`Android`],
  [/Windows/u, t`Windows`],
  [/Mac OS X/u, t`macOS`],
  [/Linux/u, t`Linux`],
]

/** "Firefox on Linux" from what a browser calls itself; a program's own name as it is. */
export function deviceName(agent: string): string {
  const browser = BROWSERS.find(([pattern]) => pattern.test(agent))?.[1]
  const system = SYSTEMS.find(([pattern]) => pattern.test(agent))?.[1]
  if (browser) return system ? t`${browser} on ${system}` : browser
  const [name = ''] = agent.split(' ')
  return name === '' ? t`An unnamed program` : name
}
