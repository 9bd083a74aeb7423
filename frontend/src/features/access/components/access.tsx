import { SessionList } from './session-list'
import { TokenList } from './token-list'

/** Who is signed in as me, and which programs hold a key of mine. */
export function Access() {
  return (
    <>
      <SessionList />
      <TokenList />
    </>
  )
}
