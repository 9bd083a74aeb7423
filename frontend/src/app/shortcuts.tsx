import { t } from '@lingui/core/macro'
import { Kbd, Modal, Table } from '@mantine/core'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useRef, useState } from 'react'
import { isEnglish } from '@/lib/language'
import { isTyping } from '@/lib/keys'
import { CommandPalette } from './command-palette'
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
      <Modal opened={isHelpOpen} onClose={() => setHelpOpen(false)} title={t`Keys`} closeButtonProps={{ 'aria-label': t`Close` }}>
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
