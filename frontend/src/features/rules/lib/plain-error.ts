import { ApiError } from '@/api/errors'

/** The server names the place ("condition.all.0.value") and says what is wrong; people need what it says. */
export function plainError(error: unknown): unknown {
  if (!(error instanceof ApiError)) return error
  const said = Object.values(error.fields).flat()[0]
  return said ? new ApiError(error.status, error.code, said) : error
}
