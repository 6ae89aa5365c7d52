import { accepted, created, failure, missing, nothing, ok, problem } from './answers.ts'
import type { App } from './app.ts'
import { readBody } from './body.ts'
import { profileResource } from './qualities.ts'
import type { Route } from './router.ts'
import { nextId, type RootFolder } from './state.ts'
import { firstOf, invalid, notEmpty, refuseIfAny } from './validation.ts'

const tagRoutes = ({ state }: App): Route[] => {
  const label = (body: unknown) => {
    const sent = readBody(body, { id: 'int', label: 'string' })
    refuseIfAny(notEmpty('Label', sent.label))
    return String(sent.label).toLowerCase()
  }
  return [
    { method: 'GET', path: 'tag', handle: () => ok(state.tags) },
    {
      method: 'GET',
      path: 'tag/{id}',
      handle: ({ ids }) => {
        const tag = state.tags.find(({ id }) => id === ids[0])
        if (!tag) throw problem(404)
        return ok(tag)
      },
    },
    {
      method: 'POST',
      path: 'tag',
      // A label that is there already is answered with the tag that has it.
      handle: ({ body }) => {
        const wanted = label(body)
        const there = state.tags.find((tag) => tag.label === wanted)
        const tag = there ?? { label: wanted, id: nextId(state, 'tags') }
        if (!there) state.tags.push(tag)
        return created(tag)
      },
    },
    {
      method: 'PUT',
      path: 'tag/{id}',
      handle: ({ body, ids }) => {
        const tag = state.tags.find(({ id }) => id === ids[0])
        if (!tag) throw missing('Tag', ids[0] ?? 0)
        tag.label = label(body)
        return accepted(tag)
      },
    },
    {
      method: 'DELETE',
      path: 'tag/{id}',
      handle: ({ ids }) => {
        const tag = state.tags.find(({ id }) => id === ids[0])
        if (!tag) throw missing('Tag', ids[0] ?? 0)
        state.tags = state.tags.filter((one) => one !== tag)
        return nothing
      },
    },
  ]
}

const profileRoutes = ({ state }: App): Route[] => {
  const show = (profile: (typeof state.profiles)[number]) =>
    profileResource(state.appName, profile, state.formats)
  return [
    { method: 'GET', path: 'qualityprofile', handle: () => ok(state.profiles.map(show)) },
    {
      method: 'GET',
      path: 'qualityprofile/{id}',
      handle: ({ ids }) => {
        const profile = state.profiles.find(({ id }) => id === ids[0])
        if (!profile) throw problem(404)
        return ok(show(profile))
      },
    },
  ]
}

const rootFolderRoutes = ({ state }: App): Route[] => {
  const show = ({ id, path, accessible, freeSpace }: RootFolder) => ({
    path,
    accessible,
    ...(accessible && { freeSpace }),
    unmappedFolders: [],
    id,
  })
  return [
    { method: 'GET', path: 'rootfolder', handle: () => ok(state.rootFolders.map(show)) },
    {
      method: 'GET',
      path: 'rootfolder/{id}',
      handle: ({ ids }) => {
        const folder = state.rootFolders.find(({ id }) => id === ids[0])
        if (!folder) throw problem(404)
        return ok(show(folder))
      },
    },
    {
      method: 'POST',
      path: 'rootfolder',
      handle: ({ body }) => {
        const { path } = readBody(body, { path: 'string' })
        refuseIfAny(
          firstOf(
            () => notEmpty('Path', path),
            () =>
              path?.startsWith('/')
                ? []
                : [invalid('Path', path, 'PathValidator', `Invalid Path: '${path}'`)],
            () =>
              state.rootFolders.some((folder) => folder.path === path)
                ? [
                    invalid(
                      'Path',
                      path,
                      'RootFolderValidator',
                      `Path '${path}' is already configured as a root folder`,
                    ),
                  ]
                : [],
          ),
        )
        const folder = {
          id: nextId(state, 'rootFolders'),
          path: String(path),
          accessible: true,
          freeSpace: 2e12,
        }
        state.rootFolders.push(folder)
        return created(show(folder))
      },
    },
    {
      method: 'DELETE',
      path: 'rootfolder/{id}',
      handle: ({ ids }) => {
        state.rootFolders = state.rootFolders.filter(({ id }) => id !== ids[0])
        return nothing
      },
    },
  ]
}

/** Import lists are kept as they are sent; nothing reads them. */
const importListRoutes = ({ state }: App): Route[] => [
  { method: 'GET', path: 'importlist', handle: () => ok(state.importLists) },
  {
    method: 'POST',
    path: 'importlist',
    handle: ({ body }) => {
      const { name, implementation } = readBody(body, { name: 'string', implementation: 'string' })
      refuseIfAny([...notEmpty('Name', name), ...notEmpty('Implementation', implementation)])
      const list = { ...(body as object), id: nextId(state, 'importLists') }
      state.importLists.push(list)
      return created(list)
    },
  },
  {
    method: 'DELETE',
    path: 'importlist/{id}',
    handle: ({ ids }) => {
      if (!state.importLists.some(({ id }) => id === ids[0])) throw failure(404, 'NotFound')
      state.importLists = state.importLists.filter(({ id }) => id !== ids[0])
      return ok({})
    },
  },
]

/** What an application keeps beside its titles: tags, profiles, root folders, import lists. */
export const shelfRoutes = (app: App): Route[] => [
  ...tagRoutes(app),
  ...profileRoutes(app),
  ...rootFolderRoutes(app),
  ...importListRoutes(app),
]
