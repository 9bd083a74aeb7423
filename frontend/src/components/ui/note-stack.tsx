import { Notifications } from '@mantine/notifications'

/** Where what is said appears. A word that was said before it was there waits for it. */
export function NoteStack() {
  return <Notifications position="bottom-center" limit={3} autoClose={6000} />
}
