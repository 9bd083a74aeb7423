/** Asks the browser for a passkey. Loaded when somebody wants one: most sign-ins do without these lines. */

import { fromBase64url, toBase64url } from '@/lib/base64url'
import { ApiError } from './errors'
import type { PasskeyMade, PasskeyUsed } from './types'

type Options = Record<string, unknown>

const WHY: Record<string, string> = {
  NotAllowedError: 'Your browser did not get a passkey: it was cancelled, took too long, or there is none for this page.',
  InvalidStateError: 'This device holds a passkey of yours already.',
  SecurityError: 'Passkeys do not work at this address. Open SpendWise under the name that it was set up with.',
  NotSupportedError: 'This device cannot make a passkey of the kind that is needed.',
}

/** A new passkey, from the options as the server gave them. */
export async function makePasskey(options: Options): Promise<PasskeyMade> {
  const made = await asked(() =>
    navigator.credentials.create({ publicKey: binary(options) as unknown as PublicKeyCredentialCreationOptions }),
  )
  const response = made.response as AuthenticatorAttestationResponse
  return {
    id: made.id,
    rawId: toBase64url(made.rawId),
    response: {
      clientDataJSON: toBase64url(response.clientDataJSON),
      attestationObject: toBase64url(response.attestationObject),
      transports: response.getTransports(),
    },
  }
}

/** The answer of a passkey that is there already. */
export async function answerByPasskey(options: Options): Promise<PasskeyUsed> {
  const used = await asked(() =>
    navigator.credentials.get({ publicKey: binary(options) as unknown as PublicKeyCredentialRequestOptions }),
  )
  const response = used.response as AuthenticatorAssertionResponse
  return {
    id: used.id,
    rawId: toBase64url(used.rawId),
    response: {
      clientDataJSON: toBase64url(response.clientDataJSON),
      authenticatorData: toBase64url(response.authenticatorData),
      signature: toBase64url(response.signature),
      userHandle: response.userHandle ? toBase64url(response.userHandle) : null,
    },
  }
}

async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  try {
    const found = await ask()
    if (found) return found as PublicKeyCredential
  } catch (error) {
    const name = error instanceof DOMException ? error.name : ''
    throw new ApiError(0, 'passkey', WHY[name] ?? `Your browser could not use a passkey here (${name || 'no reason given'}).`)
  }
  throw new ApiError(0, 'passkey', WHY['NotAllowedError'] ?? '')
}

/** The same options with bytes where the browser wants bytes; newer browsers could do it, others open with passkeys too. */
function binary(options: Options): Options {
  const lists = Object.entries(options).filter(([name]) => name === 'excludeCredentials' || name === 'allowCredentials')
  return {
    ...options,
    challenge: fromBase64url(String(options['challenge'])),
    ...(options['user'] ? { user: withBytes(options['user'] as Options) } : {}),
    ...Object.fromEntries(lists.map(([name, list]) => [name, (list as Options[]).map(withBytes)])),
  }
}

function withBytes(thing: Options): Options {
  return { ...thing, id: fromBase64url(String(thing['id'])) }
}
