import type { State } from './state.ts'
import { firstOf, type Invalid, invalid, notEmpty } from './validation.ts'

/** A folder without the slash at its end. */
export const trimmed = (path: string): string => path.replace(/\/+$/, '')

const isPath = (property: string, path: string | undefined): Invalid[] =>
  path?.startsWith('/') ? [] : [invalid(property, path, 'PathValidator', `Invalid Path: '${path ?? ''}'`)]

/** How an application says that a folder is another title's, and the name of its rule. */
export type Taken = { rule: string; words: string }

/** That a folder is neither a root folder itself nor another title's. */
export const freePath = (
  { rootFolders }: State,
  path: string,
  others: readonly { path: string }[],
  taken: Taken,
): Invalid[] => {
  if (rootFolders.some((folder) => trimmed(folder.path) === trimmed(path)))
    return [
      invalid('Path', path, 'RootFolderValidator', `Path '${path}' is already configured as a root folder`),
    ]
  return others.some((other) => trimmed(other.path) === trimmed(path))
    ? [invalid('Path', path, taken.rule, `Path '${path}' is already configured for ${taken.words}`)]
    : []
}

/** The rules for a path that was sent, with adds and edits alike. */
export const pathRules = (
  state: State,
  path: string | undefined,
  others: readonly { path: string }[],
  taken: Taken,
): Invalid[] =>
  path
    ? firstOf(
        () => isPath('Path', path),
        () => freePath(state, path, others, taken),
      )
    : []

/** The rules of adds: a path or a root folder must be there, and a root folder must be one. */
export const placeRules = (
  state: State,
  path: string | undefined,
  rootFolder: string | undefined,
): Invalid[] => {
  const isThere = state.rootFolders.some((folder) => trimmed(folder.path) === trimmed(rootFolder ?? ''))
  const gone = `Root folder '${rootFolder}' does not exist`
  return [
    ...(rootFolder
      ? []
      : firstOf(
          () => notEmpty('Path', path),
          () => isPath('Path', path),
        )),
    ...(path
      ? []
      : firstOf(
          () => notEmpty('RootFolderPath', rootFolder),
          () => isPath('RootFolderPath', rootFolder),
          () => (isThere ? [] : [invalid('RootFolderPath', rootFolder, 'RootFolderExistsValidator', gone)]),
        )),
  ]
}
