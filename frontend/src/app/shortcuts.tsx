import { Kbd, Modal, Table } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isTyping } from '@/lib/keys'
import { CommandPalette } from './command-palette'
import { REACHED } from './navigation'

const KEYS: readonly [string[], string][] = [
  [['Ctrl', 'K'], 'Search and commands'],
  ...REACHED.map(({ key, label }): [string[], string] => [['g', key], `Go to ${label.toLowerCase()}`]),
  [['/'], 'Search the transactions'],
  [['j'], 'Next row'],
  [['k'], 'Row before'],
  [['Enter'], 'Open the row or the figure'],
  [['c'], 'Change the category of the row'],
  [['x'], 'Choose the row, or let go of it'],
  [['Shift', 'j'], 'Choose row after row; k upwards'],
  [['Ctrl', 'A'], 'Choose all that the search finds'],
  [['Ctrl', 'Z'], 'Undo the last change'],
  [['Ctrl', 'Y'], 'Do again what was undone'],
  [['1', '6'], 'In the review: choose a category; c for another'],
  [['s', 'u'], 'In the review: skip the row, undo'],
  [['y', 'n'], 'In the transfers: yes, one movement; no, two'],
  [['a'], 'In the review: take the others of its party along'],
  [['Esc'], 'Close'],
  [['?'], 'This list'],
]

/** Longest pause between the two keys of "g o". */
const CHORD_MS = 1200

export function Shortcuts() {
  const [isHelpOpen, setHelpOpen] = useState(false)
  const navigate = useNavigate()
  const lastG = useRef(0)
  useEffect(() => {
    const onKey = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
      if (event.key === '?') setHelpOpen(true)
      if (event.key === 'g') lastG.current = event.timeStamp
      const destination = REACHED.find(({ key }) => key === event.key)
      if (!destination || event.timeStamp - lastG.current > CHORD_MS || lastG.current === 0) return
      lastG.current = 0
      event.preventDefault()
      void navigate({ to: destination.to })
    }
    window.addEventListener('keydown', onKey)
    return () => window.removeEventListener('keydown', onKey)
  }, [navigate])
  return (
    <>
      <CommandPalette onShowKeys={() => setHelpOpen(true)} />
      <Modal opened={isHelpOpen} onClose={() => setHelpOpen(false)} title="Keys" closeButtonProps={{ 'aria-label': 'Close' }}>
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
    </>
  )
}
