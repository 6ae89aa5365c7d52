import type { RefusalCode } from '../../domain/refusals.ts'
import type { TroubleCode } from '../../domain/requests/request.ts'
import type { ProbeFailureCode } from '../setup/probe.ts'

/** Every refusal: what happened, what it means, what the reader can do. Missing one does not compile. */
const refusals: Readonly<Record<`refusal.${RefusalCode}`, string>> = {
  'refusal.not-set-up': 'Usherr is not set up yet. Whoever runs it starts with `/setup`.',
  'refusal.other-guild': 'Usherr serves another server. Ask there, or in a direct message with it.',
  'refusal.not-a-member': 'This is for members of the server that Usherr serves. Join it, then try again.',
  'refusal.approvers-only': 'Only approvers can decide this. Someone with that role will get to it.',
  'refusal.admins-only': 'Only admins can change this. Ask one of them.',
  'refusal.claim-owner-only':
    'Only the owner of this application can claim it. With the code from its log, anybody can.',
  'refusal.claim-code-wrong':
    'That is not the code. It stands in the log of Usherr, in the lines of its start.',
  'refusal.already-claimed': 'Usherr already has a home. Its admins use `/setup` there.',
  'refusal.title-unknown': 'I don’t know that title any more. Search for it again with `/request`.',
  'refusal.nothing-found': 'Nothing found for “{query}”. Try the original title, or fewer words.',
  'refusal.no-instance':
    '{kind, select, film {Films can’t be asked for yet: no Radarr is set up.} other {Shows can’t be asked for yet: no Sonarr is set up.}} An admin adds one with `/setup`.',
  'refusal.already-asked':
    'You asked for this already. You’ll hear from me when something happens; `/requests` shows how it stands.',
  'refusal.already-here': 'It’s already here. Look in Plex.',
  'refusal.already-following': 'You’re on the list already. You’ll hear when it’s ready.',
  'refusal.request-gone': 'This request is over. To ask again, use `/request`.',
  'refusal.already-decided':
    '{by, select, none {This was {decision, select, approved {approved} denied {denied} refused {refused} other {withdrawn}} {at}.} other {{who} {decision, select, approved {approved} denied {denied} refused {refused} other {withdrew}} this {at}.}} Nothing more is to be done.',
  'refusal.still-evaluating': 'This one is still being looked at. Try again in a moment.',
  'refusal.not-yours': 'That request is somebody else’s. `/requests` shows yours.',
  'refusal.too-late-to-cancel':
    'This was decided already, so it can’t be withdrawn. An admin can still take it out.',
  'refusal.no-plex-server':
    'Plex isn’t connected yet, so there is nothing to link to. An admin does that with `/setup`.',
  'refusal.plex-no-access':
    'The Plex account {account} has no access to {server}. Ask for an invitation, or sign in with the account that has one.',
  'refusal.plex-no-server-owned':
    'The Plex account {account} owns no server. Sign in with the account that owns it.',
  'refusal.plex-other-account':
    'You’re linked to the Plex account {account}. To use another, `/unlink` first.',
  'refusal.not-linked': 'No Plex account is linked to you. `/link` does that.',
  'refusal.sign-in-gone': 'That sign-in ran out. Start again with `/link`.',
  'refusal.instance-gone': 'That one was removed. `/setup` shows what there is.',
  'refusal.instance-incomplete': 'Choose a quality profile and a root folder first; then it can be saved.',
  'refusal.name-taken': 'Another one is called {name} already. Give this one a name of its own with Edit.',
  'refusal.address-invalid': 'That doesn’t look like an address. One looks like `http://192.168.1.20:7878`.',
  'refusal.choice-gone': 'That choice is no longer offered. Open `/setup` again to see what is.',
}

/** Why an approved request isn't on its way, for the one who asked, and for those who can mend it. */
const troubles: Readonly<Record<`trouble.${TroubleCode}` | `trouble.${TroubleCode}.admin`, string>> = {
  'trouble.instance-unreachable': 'Approved. The server that fetches it is away; I’ll keep trying.',
  'trouble.instance-unreachable.admin':
    '{instance} does not answer. It is tried again by itself; `/setup` tests it.',
  'trouble.instance-unauthorised': 'Approved. Something has to be mended here first; the admins know.',
  'trouble.instance-unauthorised.admin':
    '{instance} refuses its API key. Enter the new one in `/setup`; this request then goes on.',
  'trouble.instance-trouble': 'Approved. The server that fetches it has trouble; I’ll keep trying.',
  'trouble.instance-trouble.admin':
    '{instance} answered with an error{said, select, none {} other {: {words}}}. It is tried again by itself.',
  'trouble.profile-gone': 'Approved. Something has to be mended here first; the admins know.',
  'trouble.profile-gone.admin':
    'The quality profile chosen for {instance} is gone. Choose another in `/setup`; this request then goes on.',
  'trouble.folder-gone': 'Approved. Something has to be mended here first; the admins know.',
  'trouble.folder-gone.admin':
    'The root folder chosen for {instance} is gone. Choose another in `/setup`; this request then goes on.',
  'trouble.rejected': 'Approved. Something has to be mended here first; the admins know.',
  'trouble.rejected.admin':
    '{instance} would not take it{said, select, none {} other {: {words}}}. It is tried again by itself.',
  'trouble.no-instance': 'Approved. Something has to be mended here first; the admins know.',
  'trouble.no-instance.admin': 'The instance it was meant for was removed. Add one in `/setup`.',
}

/** Each way in which a live test can fail, with what to do. */
const probes: Readonly<Record<`probe.${ProbeFailureCode}`, string>> = {
  'probe.refused': 'Nothing answers at that address. Is {app} running, and is the port right?',
  'probe.name-not-found':
    'That name can’t be found from here. In Docker, use the name of the container, or the address of the machine.',
  'probe.tls':
    'The secure connection failed ({detail}). Use `http://`, or give {app} a certificate that is trusted.',
  'probe.timeout': '{app} did not answer in time. Is the address right, and is a firewall in between?',
  'probe.unauthorised': 'That API key isn’t the one. It stands in {app} under Settings, General, Security.',
  'probe.not-json':
    'A web page answered, not {app}’s API. Is a URL base missing, such as `/radarr`, or is it behind a sign-in?',
  'probe.another-application': 'That is {detail}, not {app}. Check the address and the port.',
  'probe.too-old': 'That {app} is too old ({detail}). Update it, then test again.',
  'probe.no-root-folder':
    '{app} has no root folder. Add one there under Settings, Media Management, then test again.',
  'probe.no-profile':
    '{app} has no quality profile. Add one there under Settings, Profiles, then test again.',
  'probe.redirect': 'That address sends us elsewhere ({detail}). Enter the address that it leads to.',
  'probe.forbidden-address': 'That address can’t be used: it belongs to this machine’s own inner services.',
  'probe.address-invalid': 'That doesn’t look like an address. One looks like `http://192.168.1.20:7878`.',
  'probe.trouble': '{app} answered with an error ({detail}). Its log says more.',
}

export const en = {
  ...refusals,
  ...troubles,
  ...probes,

  'title.film': 'Film',
  'title.show': 'Show',
  'title.runtime': '{minutes, number} min',
  'title.poster': 'Poster of {title}',

  'stage.asked': 'Asked',
  'stage.approved': 'Approved',
  'stage.downloading': 'Downloading',
  'stage.ready': 'Ready',
  'stage.denied': 'Denied',
  'stage.refused': 'Not possible',
  'stage.cancelled': 'Withdrawn',

  'ask.open': 'Not here yet.',
  'ask.here': 'It’s already here.',
  'ask.here.why': 'Look in Plex.',
  'ask.asked': 'Already asked for by {askers}.',
  'ask.asked.why': 'Join them, and you’ll hear when it’s ready.',
  'ask.mine': 'You asked for this.',
  'ask.mine.why': '`/requests` shows how it stands.',
  'ask.denied': 'Not here. It was denied before.',
  'ask.denied.why': 'The reason then: {reason}',
  'ask.not-out': 'Not out until {date}.',
  'ask.request': 'Request',
  'ask.me-too': 'Me too',

  'results.heading': 'What do you mean?',
  'results.query': '{count, plural, one {One title} other {# titles}} for “{query}”',
  'results.placeholder': 'Results',
  'results.film': 'Film',
  'results.show': 'Show',

  'asked.state': 'Asked. You’ll hear when it’s decided.',
  'asked.joined': 'You’re on the list. You’ll hear when it’s ready.',
  'asked.where': 'Nothing more to do. `/requests` shows how it stands.',

  'approval.by': 'Asked by {asker} {at}',
  'approval.also': 'Also wanted by {others}',
  'approval.to': 'Goes to {instance}',
  'approval.pending': 'Waiting for a decision',
  'approval.approved': 'Approved by {by} {at}',
  'approval.denied': 'Denied by {by} {at}',
  'approval.denied.why': 'Told them: {reason}',
  'approval.cancelled': 'Withdrawn by the one who asked',
  'approval.refused': 'Could not be taken',
  'approval.ready': 'Ready',
  'approval.approve': 'Approve',
  'approval.deny': 'Deny',
  'approval.open': 'Open',

  'deny.title': 'Deny {title}',
  'deny.reason': 'Reason',
  'deny.reason.placeholder': 'Pick one, or write below',
  'deny.message': 'Message',
  'deny.message.hint': 'The person who asked reads this.',
  'deny.saved.space': 'There is no room for it at the moment.',
  'deny.saved.quality': 'There is no good version of it yet.',
  'deny.saved.elsewhere': 'It is on a service that we share.',
  'deny.saved.fit': 'It doesn’t fit this server.',

  'status.asked-by': 'Asked by {askers}',
  'status.evaluating': 'Being looked at.',
  'status.pending': 'Waiting for somebody to decide.',
  'status.approved': 'Approved. On its way to be fetched.',
  'status.added': 'Being looked for.',
  'status.downloading': 'On its way.',
  'status.downloading.percent': 'On its way: {percent, number} %.',
  'status.downloading.eta': 'On its way: {percent, number} %, there {eta}.',
  'status.available': 'It’s in Plex.',
  'status.denied': 'Denied: {reason}',
  'status.denied.bare': 'Denied.',
  'status.refused': 'It can’t be fetched here at the moment.',
  'status.cancelled': 'Withdrawn.',

  'details.since': 'Asked {at}, last change {changed}',
  'details.decided': 'Decided by {by} {at}',
  'details.instance': 'At {instance}',
  'details.cancel': 'Cancel',
  'trace.instance': 'Looked for where it would go: {found}.',
  'trace.instance.none': 'Looked for where it would go: nothing is set up for it.',
  'trace.existence.absent': 'It wasn’t there yet.',
  'trace.existence.known': 'It was known there already, without its file.',
  'trace.existence.here': 'It was there already.',
  'trace.existence.unknown': 'Whether it was there already could not be asked.',
  'trace.approval.needed': 'Needed somebody’s approval.',

  'list.heading': 'Your requests',
  'list.heading.all': 'All requests',
  'list.empty': 'Nothing here. `/request` asks for something.',
  'list.footer':
    'Page {page, number} of {pages, number} · {total, plural, one {one request} other {# requests}}',
  'list.open': 'Open',
  'list.previous': 'Previous',
  'list.next': 'Next',

  'notice.ready': '{title} is ready!',
  'notice.ready.why': 'It’s in Plex now. Enjoy.',
  'notice.denied': '{title} was denied.',
  'notice.denied.reason': 'The reason: {reason}',
  'notice.denied.why': 'You can ask for something else with `/request`.',
  'notice.refused': '{title} can’t be fetched at the moment.',
  'notice.refused.why': 'Nothing is set up for it here. The admins can change that; ask again then.',
  'notice.mention': '{who}, this is for you.',
  'notice.mention.why':
    'Your direct messages are closed for me. To get news there, allow them under Privacy Settings of this server.',

  'reply.old': 'This button is from an older time and does nothing any more. Use the command again.',
  'reply.busy':
    'A service that I need doesn’t answer at the moment. Nothing was lost; try again in a minute.',
  'reply.trouble':
    'Something went wrong here, and it isn’t your fault. Nothing was lost; try again in a minute.',
  'reply.trouble.id': 'If it stays, tell an admin this number: {id}',

  'claim.heading': 'Usherr has no home yet',
  'claim.why':
    'The owner of this application runs `/setup` in the server that Usherr is to serve. If that’s not you, but you run Usherr: its log shows a code at the start.',
  'claim.enter': 'Enter code',
  'claim.title': 'Claim Usherr for this server',
  'claim.label': 'Code',
  'claim.hint': 'It stands in the log of Usherr.',

  'signin.heading': 'Sign in to Plex',
  'signin.owner': 'Sign in with the account that owns your Plex server. I notice by myself when you have.',
  'signin.member': 'Sign in with the account that can see {server}. I notice by myself when you have.',
  'signin.minutes': 'The link works for 15 minutes, for you alone. Plex never shows me your password.',
  'signin.button': 'Sign in to Plex',
  'signin.done.owner': 'Signed in as {account}.',
  'signin.done.owner.why': 'Open `/setup` to go on.',
  'signin.done.choose': 'Several servers belong to this account: choose one in `/setup`.',
  'signin.done.member': 'Linked to {account}.',
  'signin.done.member.why': 'What you ask for is now yours on {server} too. `/unlink` undoes this.',
  'signin.expired': 'That sign-in ran out.',
  'signin.expired.why': 'Start again when you have a minute.',
  'signin.refused': 'That did not work.',

  'link.already': 'You’re linked to {account}.',
  'link.already.why': 'To link another Plex account, `/unlink` first.',
  'link.undone': 'No longer linked to {account}.',
  'link.undone.why': 'What you asked for stays asked. `/link` links again.',

  'setup.heading': 'Set up Usherr',
  'setup.next': 'Next: {what}',
  'setup.ready': 'Everything is in place. Members can ask with `/request`.',
  'setup.next.admin-channel': 'choose the channel where approvers decide.',
  'setup.next.request-channel': 'choose the channel where everybody sees what comes.',
  'setup.next.plex': 'sign in to Plex, so that members can link their accounts.',
  'setup.next.plex-server': 'choose which Plex server is yours.',
  'setup.next.radarr': 'add Radarr, which fetches the films.',
  'setup.admin-channel': 'Admin channel: {value}',
  'setup.request-channel': 'Request channel: {value}',
  'setup.approver-role': 'Approver role: {value}',
  'setup.approver-role.none': 'Approver role: none, so admins decide',
  'setup.plex': 'Plex: {server}, as {account}',
  'setup.none': 'not chosen',
  'setup.plex.none': 'Plex: not signed in',
  'setup.plex.choose': 'Plex: signed in as {account}, no server chosen',
  'setup.instance.ok': '{name}: working',
  'setup.instance.hook': '{name}: working, but it can’t reach Usherr',
  'setup.instance.pending': '{name}: saved, being connected',
  'setup.instance.trouble': '{name}: does not answer',
  'setup.select.admin-channel': 'Admin channel',
  'setup.select.request-channel': 'Request channel',
  'setup.select.approver-role': 'Approver role',
  'setup.select.plex-server': 'Plex server',
  'setup.button.plex': 'Sign in to Plex',
  'setup.button.radarr': 'Add Radarr',
  'setup.button.sonarr': 'Add Sonarr',

  'instance.modal': '{edit, select, yes {Change {app}} other {Add {app}}}',
  'instance.name': 'Name',
  'instance.name.hint': 'How it is called here.',
  'instance.address': 'Address',
  'instance.address.hint': 'As Usherr reaches it, with its port.',
  'instance.key': 'API key',
  'instance.key.hint': 'In {app}: Settings, General, Security.',
  'instance.key.keep': 'Leave it empty to keep the present one.',
  'instance.works': '{app} {version} answers.',
  'instance.saved': 'In use',
  'instance.draft': 'Not saved yet',
  'instance.failed': 'The test failed.',
  'instance.hook.ok': 'It reaches Usherr: news arrive at once.',
  'instance.hook.failed':
    'It can’t reach Usherr at `{url}`, so news would come late. Set PUBLIC_URL to an address that {app} can open.',
  'instance.hook.said': 'It said: {said}',
  'instance.choose': 'Choose a quality profile and a root folder; then it can be saved.',
  'instance.save-now': 'Save puts it to work.',
  'instance.more': '{count, number} more are not shown.',
  'instance.profile': 'Quality profile',
  'instance.folder': 'Root folder',
  'instance.folder.free': '{size} free',
  'instance.tags': 'Tags',
  'instance.availability': 'Minimum availability',
  'instance.announced': 'Announced',
  'instance.in-cinemas': 'In cinemas',
  'instance.released': 'Released',
  'instance.announced.why': 'Look for it as soon as it is known.',
  'instance.in-cinemas.why': 'Look for it once it is in cinemas.',
  'instance.released.why': 'Look for it once it can be watched at home.',
  'instance.save': 'Save',
  'instance.check': 'Test again',
  'instance.edit': 'Edit',
  'instance.remove': 'Remove',
  'instance.back': 'Back',
  'remove.heading': 'Remove {name}?',
  'remove.what':
    '{count, plural, =0 {Nothing waits for it.} one {One request waits for it, and won’t be followed any more.} other {# requests wait for it, and won’t be followed any more.}}',
  'remove.stays':
    'Nothing is deleted: its films and downloads stay as they are. Usherr’s webhook is taken out of it.',
  'remove.button': 'Remove {name}',
} as const satisfies Record<string, string>

export type TextKey = keyof typeof en
