import { approveButton } from './approvals/approve.button.ts'
import {
  changesButton,
  changesDetailsModal,
  changesInstanceSelect,
} from './approvals/approve-with-changes.ts'
import { denyButton } from './approvals/deny.button.ts'
import { denyReasonModal } from './approvals/deny.modal.ts'
import { openRequestButton } from './approvals/open.button.ts'
import type { Command, Component, Modal } from './define.ts'
import { changeAllButton, changeAllNowButton, previewChangeSelect } from './members/bulk.ts'
import {
  chooseDefaultButton,
  defaultsButton,
  showPartSelect,
  typedSecondsModal,
  typeSecondsButton,
} from './members/defaults.ts'
import { chooseMemberButton, linkMemberSelect, openMemberButton } from './members/member.buttons.ts'
import { membersButton, membersCommand } from './members/members.command.ts'
import { linkAgainButton, linkCommand } from './people/link.command.ts'
import { unlinkCommand } from './people/unlink.command.ts'
import { askButton } from './request/ask.button.ts'
import { meTooButton } from './request/me-too.button.ts'
import { requestCommand } from './request/request.command.ts'
import { resultsSelect } from './request/results.select.ts'
import {
  pickEpisodesSelect,
  pickSeasonsSelect,
  seasonsShortcutButton,
  typedEpisodesModal,
  typedSeasonsModal,
  typeEpisodesButton,
  typeSeasonsButton,
} from './request/seasons.buttons.ts'
import { cancelButton } from './requests/cancel.button.ts'
import { keepWaitingButton } from './requests/keep-waiting.button.ts'
import { leaveButton } from './requests/leave.button.ts'
import { requestsCommand, requestsPageButton } from './requests/requests.command.ts'
import { searchAgainButton } from './requests/search-again.button.ts'
import { whyButton } from './requests/why.button.ts'
import {
  approvalsButton,
  editedReasonsModal,
  editReasonsButton,
  trustedMembersSelect,
  trustedRolesSelect,
} from './setup/approvals.ts'
import { claimButton, claimModal } from './setup/claim.ts'
import {
  adminChannelSelect,
  approverRoleSelect,
  backButton,
  plexServerSelect,
  requestChannelSelect,
} from './setup/home.selects.ts'
import {
  checkInstanceButton,
  confirmRemoveButton,
  openInstanceButton,
  removeInstanceButton,
  saveInstanceButton,
} from './setup/instance.buttons.ts'
import { addInstanceButton, editInstanceButton, instanceDetailsModal } from './setup/instance.modal.ts'
import {
  availabilitySelect,
  folderSelect,
  profileSelect,
  qualitySelect,
  seasonMonitoringSelect,
  seriesTypeSelect,
  tagsSelect,
} from './setup/instance.selects.ts'
import { plexButton } from './setup/plex.button.ts'
import { setupCommand } from './setup/setup.command.ts'
import { statusCommand } from './status/status.command.ts'
import { pickToAddSelect, putBackButton } from './watchlists/add-to-list.ts'
import { askBeforeButton, askBeforeNowButton } from './watchlists/ask-before.ts'
import {
  exclusionsButton,
  includeTitleButton,
  showExclusionsButton,
} from './watchlists/exclusions.buttons.ts'
import {
  askItemButton,
  excludeItemButton,
  includeItemButton,
  openItemButton,
  removeItemButton,
} from './watchlists/item.buttons.ts'
import {
  showWatchlistButton,
  syncNowButton,
  watchlistButton,
  watchlistCommand,
} from './watchlists/watchlist.command.ts'

/** Everything that a person can say or press. */
export const commands: readonly Command[] = [
  linkCommand,
  membersCommand,
  requestCommand,
  requestsCommand,
  setupCommand,
  statusCommand,
  unlinkCommand,
  watchlistCommand,
]

export const components: readonly Component[] = [
  addInstanceButton,
  adminChannelSelect,
  approvalsButton,
  approveButton,
  approverRoleSelect,
  askBeforeButton,
  askBeforeNowButton,
  askButton,
  askItemButton,
  availabilitySelect,
  backButton,
  cancelButton,
  keepWaitingButton,
  leaveButton,
  linkAgainButton,
  changeAllButton,
  changeAllNowButton,
  changesButton,
  changesInstanceSelect,
  chooseDefaultButton,
  chooseMemberButton,
  defaultsButton,
  excludeItemButton,
  exclusionsButton,
  includeItemButton,
  includeTitleButton,
  linkMemberSelect,
  membersButton,
  openItemButton,
  openMemberButton,
  pickToAddSelect,
  previewChangeSelect,
  putBackButton,
  removeItemButton,
  showExclusionsButton,
  showPartSelect,
  showWatchlistButton,
  syncNowButton,
  typeSecondsButton,
  watchlistButton,
  checkInstanceButton,
  claimButton,
  confirmRemoveButton,
  denyButton,
  editInstanceButton,
  editReasonsButton,
  folderSelect,
  meTooButton,
  openInstanceButton,
  openRequestButton,
  pickEpisodesSelect,
  pickSeasonsSelect,
  plexButton,
  plexServerSelect,
  profileSelect,
  qualitySelect,
  removeInstanceButton,
  requestChannelSelect,
  requestsPageButton,
  resultsSelect,
  saveInstanceButton,
  searchAgainButton,
  seasonMonitoringSelect,
  seasonsShortcutButton,
  seriesTypeSelect,
  tagsSelect,
  trustedMembersSelect,
  trustedRolesSelect,
  typeEpisodesButton,
  typeSeasonsButton,
  whyButton,
]

export const modals: readonly Modal[] = [
  changesDetailsModal,
  claimModal,
  denyReasonModal,
  editedReasonsModal,
  instanceDetailsModal,
  typedEpisodesModal,
  typedSeasonsModal,
  typedSecondsModal,
]

export type Registry = Readonly<{
  commands: ReadonlyMap<string, Command>
  components: ReadonlyMap<string, Component>
  modals: ReadonlyMap<string, Modal>
}>

const byKey = <T>(list: readonly T[], key: (item: T) => string): ReadonlyMap<string, T> => {
  const map = new Map(list.map((item) => [key(item), item]))
  if (map.size !== list.length) throw new Error('two commands, components or modals share a name')
  return map
}

/** Everything by the name it is called by. Throws, and so stops the start, when two share one. */
export const registry = (): Registry => ({
  commands: byKey(commands, (command) => command.data.name),
  components: byKey(components, (component) => component.id),
  modals: byKey(modals, (modal) => modal.id),
})
