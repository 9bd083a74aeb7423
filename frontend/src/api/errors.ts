import { t } from '@lingui/core/macro'

/** What a right password is answered with where more is asked for. */
export interface SecondStep {
  challenge: string
  methods: readonly string[]
}

/** The server's one shape of refusal, as an error. `fields` names the inputs that are not right. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly fields: Record<string, string[]>
  /** What the second step of a sign-in has to answer; empty in every other refusal. */
  readonly challenge: string
  /** By what it may be answered. */
  readonly methods: readonly string[]

  constructor(
    status: number,
    code: string,
    message: string,
    fields: Record<string, string[]> = {},
    { challenge = '', methods = [] }: Partial<SecondStep> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.fields = fields
    this.challenge = challenge
    this.methods = methods
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null
}

function toFields(value: unknown): Record<string, string[]> {
  if (!isRecord(value)) return {}
  return Object.fromEntries(
    Object.entries(value).map(([name, texts]) => [name, Array.isArray(texts) ? texts.map(String) : [String(texts)]]),
  )
}

const PLAIN: Record<number, string> = {
  404: t`This does not exist, or is no longer there.`,
  413: t`The file is larger than this server accepts.`,
  429: t`Too many requests in a short time. Wait a minute and try again.`,
  502: t`The server is starting or not reachable. Nothing was changed; try again in a moment.`,
  503: t`The server is busy. Nothing was changed; try again in a moment.`,
}

/** An ApiError for any answer outside 2xx, also one that is not JSON (a proxy's page, say). */
export function errorFrom(status: number, body: unknown): ApiError {
  const code = isRecord(body) && typeof body['code'] === 'string' ? body['code'] : `http_${status}`
  const fallback = PLAIN[status] ?? t`The server answered with an error (${status}). Nothing was changed.`
  const message = isRecord(body) && typeof body['message'] === 'string' ? body['message'] : fallback
  const challenge = isRecord(body) && typeof body['challenge'] === 'string' ? body['challenge'] : ''
  const methods = isRecord(body) && Array.isArray(body['methods']) ? body['methods'].map(String) : []
  return new ApiError(status, code, message, isRecord(body) ? toFields(body['fields']) : {}, { challenge, methods })
}

export function unreachable(): ApiError {
  return new ApiError(0, 'unreachable', t`The server cannot be reached. Check the connection; nothing was changed.`)
}

/** Refused before it is sent: what was typed stays in its field. */
export function offlineEdit(): ApiError {
  return new ApiError(0, 'offline', t`You are offline, so this was not saved. Nothing was changed; try again when the connection is back.`)
}

/** The server would refuse it as well; so it is said at once. */
export function readOnly(): ApiError {
  return new ApiError(403, 'read_only', t`You may look at this household's money, not change it. Nothing was changed; ask its owner for another role.`)
}

/** A sentence for people, whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError ? error.message : t`Something unexpected happened in this page. Reload it and try again.`
}

/** First message per field, for forms; names that the form does not have are kept for the caller. */
export function fieldErrors(error: unknown): Record<string, string> {
  if (!(error instanceof ApiError)) return {}
  return Object.fromEntries(Object.entries(error.fields).map(([name, texts]) => [name, texts[0] ?? error.message]))
}
