import type { HostReason } from '../../../shared/host/channels.ts';
import type { ApiRefusal } from '../../../shared/sync/protocol/api.ts';
import type { CloseReason } from '../../../shared/sync/protocol/close.ts';
import type { WriteRefusalReason } from '../../../shared/sync/protocol/refusal.ts';
import type { ReadRefusal } from '../../../shared/interop/read-draft.ts';
import type { WriteRefusal } from '../../../shared/sync/contract.ts';
import type { ClosedReason } from '../../session/contract.ts';
import type { OpenVoteRefusal } from '../../session/room-acts.ts';
import type { EditorRefusal } from '../../editor/settings.ts';

/**
 * Every reason of the closed sets of `shared`; one that has no words here is a type error. `not-text`: a chosen file that is no
 * text. `display-away`: a room display of a meeting that this machine is not in.
 */
export type KnownReason =
  | 'not-text'
  | 'display-away'
  | ReadRefusal
  | HostReason
  | ApiRefusal
  | CloseReason
  | WriteRefusalReason
  | WriteRefusal
  | EditorRefusal
  | OpenVoteRefusal
  | ClosedReason;

export const reasonsEn = {
  'reason.unknown': 'It did not work: {detail}',

  'reason.request-refused': 'The application did not accept the request.',
  'reason.file-too-large': 'The file is too large to be a draft.',
  'reason.file-unreadable': 'The file could not be read.',
  'reason.file-unwritable': 'The file could not be written there.',
  'reason.pdf-failed': 'The PDF could not be made.',
  'reason.relay-unavailable': 'No relay can be reached from here.',
  'reason.secrets-unavailable': 'This machine has no safe place for the invitation; keep the link yourself.',
  'reason.host-failed': 'The application could not do this.',

  'reason.not-text': 'This file is not plain text. Rostrum reads plain text and Markdown.',
  'reason.text-too-long': 'This is longer than any draft: more than sixteen million characters.',
  'reason.brackets-too-many': 'This has more brackets than a draft can hold.',
  'reason.provisions-too-many': 'This has more paragraphs than a draft can hold.',

  'reason.request-invalid': 'The relay did not understand the request.',
  'reason.request-too-large': 'This is more than the relay takes at once.',
  'reason.not-found': 'The relay knows no such meeting.',
  'reason.method-not-allowed': 'The relay does not offer this.',
  'reason.host-unknown': 'The relay does not answer under this address.',
  'reason.origin-foreign': 'The relay does not serve this page.',
  'reason.not-from-here': 'Meetings are made on the machine where the relay runs.',
  'reason.token-invalid': 'This is not an invitation to this meeting. Ask the chair for a new one.',
  'reason.token-expired': 'The invitation has expired. Ask the chair for a new one.',
  'reason.token-revoked': 'The chair has withdrawn this invitation.',
  'reason.role-forbidden': 'Your role in this meeting does not allow this.',
  'reason.room-forbidden': 'The invitation does not open this part of the meeting.',
  'reason.seed-refused': 'The relay did not take the text of the new meeting.',
  'reason.too-many': 'Too much at once. The relay will take it again in a moment.',
  'reason.journal-full': 'The relay’s disk is full. Your changes are kept here and go out when it has room.',
  'reason.journal-read-only': 'The relay cannot write to its disk. Your changes are kept here.',
  'reason.journal-broken': 'The relay’s record is damaged. Your changes are kept here.',
  'reason.meeting-exists': 'The relay already has this meeting; nothing was restored.',
  'reason.restore-conflict':
    'An earlier restore of this meeting was cut short, from another backup. Restore that one to its end, or into an empty place.',
  'reason.backup-damaged': 'The backup is damaged; nothing was restored.',
  'reason.backup-malformed': 'This file is not a backup of a meeting.',
  'reason.relay-fault': 'The relay failed at this. Nothing was changed.',

  'reason.bad-message': 'The relay did not understand this program.',
  'reason.room-unknown': 'The relay does not hold this meeting any more.',
  'reason.protocol-unsupported': 'This program and the relay are of different versions.',
  'reason.write-refused': 'The relay did not accept a change. It was set aside and the text read anew.',
  'reason.left': 'You have left the meeting.',
  'reason.room-unreadable': 'The relay could not read this meeting from its disk.',
  'reason.relay-stopping': 'The relay is stopping.',
  'reason.slow-reader': 'The line is too slow; the meeting is read anew.',

  'reason.room-read-only': 'This part of the meeting takes no changes from you.',
  'reason.update-malformed': 'The change could not be read by the relay.',
  'reason.update-pending': 'The change refers to something the relay does not know.',
  'reason.update-too-deep': 'The change is nested too deeply.',
  'reason.client-not-yours': 'The change came under another’s name.',
  'reason.root-unknown': 'The change is about something this meeting does not hold.',
  'reason.key-not-yours': 'The change touches what another delegation put in.',
  'reason.value-invalid': 'The change holds a value that is not allowed.',
  'reason.insert-not-allowed': 'Words cannot be put in there.',
  'reason.delete-not-yours': 'These words are another delegation’s; propose to delete them instead.',
  'reason.words-accepted':
    'The chair has accepted words that you were taking back. They stand; everything else you wrote was taken.',

  'reason.place-gone': 'The place is gone: somebody has changed the text there.',
  'reason.bracket-gone': 'The bracket is closed already.',
  'reason.display-away': 'This display opens a meeting that this machine is in. Join the meeting first.',
  'reason.nobody-has-a-vote': 'Nobody in the roster has a vote. Add the members first.',
  'reason.vote-open': 'A vote is open. Announce or cancel it first.',
  'reason.provision-gone': 'The provision is gone from the draft.',
  'reason.chair-only': 'Only the chair can do this.',
  'reason.not-yours': 'Only the delegation that proposed it can do this.',
  'reason.nothing-to-do': 'There is nothing to do here.',
  'reason.variant-unknown': 'The choice has no such variant.',

  'reason.bracket-of-another':
    'This bracket is another delegation’s. State a position on it, or ask to keep the words.',
  'reason.format-chair-only': 'Only the chair sets words in italics or bold.',
  'reason.no-selection': 'Select the words first.',
} as const satisfies Record<`reason.${KnownReason | 'unknown'}`, string>;
