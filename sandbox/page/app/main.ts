import '@skyra/discord-components-core'
import { SandboxComposer } from './composer/composer.ts'
import { SandboxButton } from './elements/button.ts'
import { SandboxContainer } from './elements/container.ts'
import { SandboxGallery } from './elements/gallery.ts'
import { SandboxOptions } from './elements/option-list.ts'
import { SandboxPicture } from './elements/picture.ts'
import { SandboxRow } from './elements/row.ts'
import { SandboxSection } from './elements/section.ts'
import { SandboxSelect } from './elements/select.ts'
import { SandboxSeparator } from './elements/separator.ts'
import { SandboxForm } from './fields/form.ts'
import { SandboxLog } from './message/log.ts'
import { SandboxMessage } from './message/message.ts'
import { restyle } from './restyle.ts'
import { SandboxApp } from './shell/app.ts'
import { SandboxMe } from './shell/me.ts'
import { SandboxRail } from './shell/rail.ts'
import { SandboxRooms } from './shell/rooms.ts'
import { SandboxWatchlists } from './shell/watchlists.ts'
import { SandboxWorld } from './shell/world.ts'
import { SandboxSingle } from './single.ts'
import { sit } from './store.ts'
import { followTheme } from './theme.ts'

const ELEMENTS = {
  'sandbox-app': SandboxApp,
  'sandbox-button': SandboxButton,
  'sandbox-composer': SandboxComposer,
  'sandbox-container': SandboxContainer,
  'sandbox-form': SandboxForm,
  'sandbox-gallery': SandboxGallery,
  'sandbox-log': SandboxLog,
  'sandbox-me': SandboxMe,
  'sandbox-message': SandboxMessage,
  'sandbox-options': SandboxOptions,
  'sandbox-picture': SandboxPicture,
  'sandbox-rail': SandboxRail,
  'sandbox-rooms': SandboxRooms,
  'sandbox-row': SandboxRow,
  'sandbox-section': SandboxSection,
  'sandbox-select': SandboxSelect,
  'sandbox-separator': SandboxSeparator,
  'sandbox-single': SandboxSingle,
  'sandbox-watchlists': SandboxWatchlists,
  'sandbox-world': SandboxWorld,
}

restyle()
followTheme()
for (const [name, element] of Object.entries(ELEMENTS)) customElements.define(name, element)

const query = new URLSearchParams(location.search)
const isSingle = location.pathname.startsWith('/message/')
document.body.append(document.createElement(isSingle ? 'sandbox-single' : 'sandbox-app'))
sit(query.get('as') ?? undefined, query.get('room') ?? undefined)
