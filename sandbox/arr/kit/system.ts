import { ok } from './answers.ts'
import type { App } from './app.ts'
import { isBlocked } from './connections/ladder.ts'
import { apiTime } from './json.ts'
import type { Route } from './router.ts'

const status = ({ state }: App) => ({
  appName: state.statusName,
  instanceName: state.instanceName,
  version: state.version,
  buildTime: '2025-10-14T02:17:32Z',
  isDebug: false,
  isProduction: true,
  isAdmin: false,
  isUserInteractive: false,
  startupPath: `/app/${state.appName.toLowerCase()}/bin`,
  appData: '/config',
  osName: 'alpine',
  osVersion: '3.22.2',
  isNetCore: true,
  isLinux: true,
  isOsx: false,
  isWindows: false,
  isDocker: true,
  mode: 'console',
  branch: state.appName === 'Radarr' ? 'master' : 'main',
  databaseType: state.database === 'postgres' ? 'postgreSQL' : 'sqLite',
  databaseVersion: state.database === 'postgres' ? '17.6' : '3.50.4',
  authentication: 'forms',
  migrationVersion: state.appName === 'Radarr' ? 242 : 217,
  urlBase: state.urlBase,
  runtimeVersion: '8.0.20',
  runtimeName: '.NET',
  startTime: apiTime(state.startedAt),
  packageVersion: state.version,
  packageAuthor: '[linuxserver.io](https://www.linuxserver.io/)',
  packageUpdateMechanism: 'docker',
})

/** The issue that the application reports of its own connections while some of them are left alone. */
const blockedConnections = ({ state, clock }: App) => {
  const blocked = state.connections.filter(({ standing }) => isBlocked(standing, clock.now()))
  if (blocked.length === 0) return []
  const all = blocked.length === state.connections.length
  return [
    {
      source: 'NotificationStatusCheck',
      type: all ? 'error' : 'warning',
      message: all
        ? 'All notifications are unavailable due to failures'
        : `Notifications unavailable due to failures: ${blocked.map(({ name }) => name).join(', ')}`,
      wikiUrl: `https://wiki.servarr.com/${state.appName.toLowerCase()}/system#notifications-are-unavailable-due-to-failures`,
    },
  ]
}

/** Who this is and how it is. */
export const systemRoutes = (app: App): Route[] => {
  const ping = () => ok({ status: 'OK' })
  return [
    { method: 'GET', path: '/ping', handle: ping },
    { method: 'HEAD', path: '/ping', handle: ping },
    { method: 'GET', path: '/api', handle: () => ok({ current: 'v3', deprecated: [] }) },
    { method: 'GET', path: 'system/status', handle: () => ok(status(app)) },
    { method: 'GET', path: 'health', handle: () => ok([...app.state.health, ...blockedConnections(app)]) },
    {
      method: 'GET',
      path: 'diskspace',
      handle: () =>
        ok(
          app.state.rootFolders.map(({ path, freeSpace }) => ({
            path,
            label: '',
            freeSpace,
            totalSpace: 8_000_000_000_000,
          })),
        ),
    },
  ]
}
