import { ApiError, errorFrom, type SecondStep } from '@/api/errors'
import { api, endSession, owe, unwrap } from '@/api/client'
import { session } from '@/api/session'
import { chosenLanguage } from '@/lib/language'

export interface Credentials {
  email: string
  password: string
}

/**
 * Signs in with the refresh token in an HttpOnly cookie; only the short access token reaches this page. Of somebody with a
 * second factor it answers the challenge that `finishSignIn` takes with a code, and `signInWithPasskey`; else null.
 */
export async function signIn({ email, password }: Credentials): Promise<SecondStep | null> {
  try {
    const { access } = await unwrap(api.POST('/api/auth/token/', { body: { email, password, cookie: true } }))
    owe(false)
    session.signIn(access)
    return null
  } catch (error) {
    if (error instanceof ApiError && error.code === 'second_factor_required') return error
    throw error
  }
}

export async function finishSignIn(body: { challenge: string; code: string }): Promise<void> {
  const { access } = await unwrap(api.POST('/api/auth/token/second-factor/', { body: { ...body, cookie: true } }))
  owe(false)
  session.signIn(access)
}

/** By a passkey alone, or with the challenge of a right password after that. */
export async function signInWithPasskey(challenge?: string): Promise<void> {
  const [{ answerByPasskey }, begun] = await Promise.all([
    import('@/api/passkey'),
    unwrap(api.POST('/api/auth/token/passkey/begin/', { body: { challenge: challenge ?? '' } })),
  ])
  const credential = await answerByPasskey(begun.options)
  const body = { challenge: begun.challenge, credential, cookie: true }
  const { access } = await unwrap(api.POST('/api/auth/token/passkey/', { body }))
  owe(false)
  session.signIn(access)
}

/** Whether the new person is in already; otherwise a mail tells how to go on, whoever has the address. */
export async function signUp(person: Credentials & { display_name: string }): Promise<boolean> {
  const { error, response } = await api.POST('/api/auth/register/', { body: person })
  if (!response.ok) throw errorFrom(response.status, error)
  if (response.status === 202) return false
  await signIn(person)
  await keepSpoken()
  return true
}

/** The language in which somebody signed up is theirs from then on; a refusal leaves English, and they can choose later. */
async function keepSpoken(): Promise<void> {
  const language = chosenLanguage()
  if (language === 'en') return
  await unwrap(api.PATCH('/api/auth/me/', { body: { language } })).catch(() => undefined)
}

/** What a mail's link and the password that was chosen make together: a person, who is then signed in. */
export async function confirmEmail(body: { token: string; password: string }): Promise<void> {
  const { email } = await unwrap(api.POST('/api/auth/register/confirm/', { body }))
  await signIn({ email, password: body.password })
  await keepSpoken()
}

/** Ends the session on the server as well; if it cannot be reached this tab still forgets everything, and says so later. */
export async function signOut(): Promise<void> {
  owe(true)
  try {
    await endSession()
  } finally {
    session.signOut()
  }
}
