import type { Messages } from '@lingui/core'

const catalogues = import.meta.glob<Messages>(['./de/*.po', '!./de/{auth,first-run,households,jobs,offline,shell}.po'], { eager: true, import: 'messages' })

/** What the pages say. */
export const messages: Messages = Object.assign({}, ...Object.values(catalogues)) as Messages
