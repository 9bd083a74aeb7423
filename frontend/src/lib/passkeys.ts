/** Whether this browser has passkeys at all: it has none where the page came without TLS, other than on the machine itself. */
export function hasPasskeys(): boolean {
  return 'PublicKeyCredential' in window
}
