import { t } from '@lingui/core/macro'
import { Kbd, Modal, Table } from '@mantine/core'
import { isEnglish } from '@/lib/language'
import { REACHED } from './navigation'

/** English names a page in the middle of a sentence without its capital; German nouns keep theirs. */
function goTo(label: string): string {
  const name = isEnglish() ? label.toLowerCase() : label
  return t`Go to ${name}`
}

const KEYS: readonly [string[], string][] = [
  [[t`Ctrl`, 'K'], t`Search and commands`],
  ...REACHED.map(({ key, label }): [string[], string] => [['g', key], goTo(label)]),
  [['/'], t`Search the transactions`],
  [['j'], t`Next row`],
  [['k'], t`Row before`],
  [[t`Enter`], t`Open the row or the figure`],
  [['c'], t`Change the category of the row`],
  [['x'], t`Choose the row, or let go of it`],
  [[t`Shift`, 'j'], t`Choose row after row; k upwards`],
  [[t`Ctrl`, 'A'], t`Choose all that the search finds`],
  [[t`Ctrl`, 'Z'], t`Undo the last change`],
  [[t`Ctrl`, 'Y'], t`Do again what was undone`],
  [['1', '6'], t`In the review: choose a category; c for another`],
  [['s', 'u'], t`In the review: skip the row, undo`],
  [['y', 'n'], t`In the transfers: yes, one movement; no, two`],
  [['a'], t`In the review: take the others of its party along`],
  [[t`Esc`], t`Close`],
  [['?'], t`This list`],
]

interface KeysListProps {
  isOpen: boolean
  onClose: () => void
}

export function KeysList({ isOpen, onClose }: KeysListProps) {
  return (
    <Modal opened={isOpen} onClose={onClose} title={t`Keys`} closeButtonProps={{ 'aria-label': t`Close` }}>
      <Table withRowBorders={false}>
        <Table.Tbody>
          {KEYS.map(([keys, meaning]) => (
            <Table.Tr key={meaning}>
              <Table.Td w={110}>
                {keys.map((key) => (
                  <Kbd key={key} mr={4}>
                    {key}
                  </Kbd>
                ))}
              </Table.Td>
              <Table.Td>{meaning}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Modal>
  )
}
