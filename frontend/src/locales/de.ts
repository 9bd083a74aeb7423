import type { Messages } from '@lingui/core'

const catalogues = import.meta.glob<Messages>('./de/*.po', { eager: true, import: 'messages' })

/** All German texts, by the key of the English ones. */
export const messages: Messages = Object.assign({}, ...Object.values(catalogues)) as Messages
