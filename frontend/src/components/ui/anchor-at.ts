import { useImperativeHandle, type Ref } from 'react'

/** Stands for an element that is on the page already, where something that floats asks for a child to float beside. */
export function AnchorAt({ at, ref }: { at: HTMLElement; ref?: Ref<HTMLElement> }): null {
  useImperativeHandle(ref, () => at, [at])
  return null
}
