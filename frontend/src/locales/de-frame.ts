import type { Messages } from '@lingui/core'

const catalogues = import.meta.glob<Messages>('./de/{auth,first-run,households,jobs,offline,shell}.po', { eager: true, import: 'messages' })

/** What the frame says before any page is there: the build names a folder whose words are missing here. */
export const messages: Messages = Object.assign({}, ...Object.values(catalogues)) as Messages
