import { familyOf } from '../../shared/brackets/family.ts';
import { numberDraft } from '../../shared/numbering/number.ts';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import type { BracketKind, Closure } from '../../shared/schema/bracket.ts';
import { mintId, type RulingId, type SoundingId } from '../../shared/schema/ids.ts';
import type { Member } from '../../shared/schema/meeting.ts';
import { ok, refuse } from '../../shared/schema/result.ts';
import { SOUNDING_LIMIT } from '../../shared/procedure/sounding-record.ts';
import type { Ruling, RulingAct } from '../../shared/schema/ruling.ts';
import { bridgeBracket } from '../../shared/sync/commands/bridge-bracket.ts';
import { mergeDuplicates } from '../../shared/sync/commands/merge-duplicates.ts';
import { closeBracket } from '../../shared/sync/commands/close-bracket.ts';
import type { DraftReplica, Hand, WriteOutcome } from '../../shared/sync/contract.ts';
import type { IssuedInvitation } from '../../shared/sync/protocol/api.ts';
import { aboutBracket, aboutProvision } from './about.ts';
import type { Invitation, Revision, RuleRequest, Session } from './contract.ts';
import type { RosterStore } from './stores/roster-store.ts';
import { adoptWords } from './adopt-words.ts';
import type { RulingsStore } from './stores/rulings-store.ts';
import type { SoundingsStore } from './stores/soundings-store.ts';
import type { TagsStore } from './stores/tags-store.ts';

/** What needs a relay: it signs invitations and writes the record. Without one each rejects with a `Fault`. */
export interface ChairOffice {
  publish(): Promise<Revision>;
  invite(request: {
    readonly role: Member['role'];
    readonly code: Member['code'];
    readonly name: string;
    readonly person: string;
  }): Promise<Invitation>;
  invitations(): Promise<readonly IssuedInvitation[]>;
  revoke(id: string): Promise<void>;
}

export interface ChairOptions {
  readonly member: Member;
  readonly hand: Hand;
  readonly replica: DraftReplica;
  readonly roster: RosterStore;
  readonly rulings: RulingsStore;
  readonly soundings: SoundingsStore;
  readonly tags: TagsStore;
  readonly office: ChairOffice;
}

/** What the chair and the secretariat do and nobody else can. */
export function openChair(options: ChairOptions): Omit<NonNullable<Session['chair']>, 'room' | 'setDisplay'> {
  const { member, hand, replica, roster, rulings, soundings, tags, office } = options;
  // As they are at this moment: the record must not name a number of a frame ago.
  const numbersNow = () => numberDraft(replica.read());

  const record = (id: RulingId, act: RulingAct, about: string): Ruling => {
    const ruling: Ruling = { id, act, by: member.code, person: member.person, at: hand.now(), about };
    rulings.record(ruling);
    return ruling;
  };

  const rule = (request: RuleRequest): WriteOutcome<Ruling> => {
    const bracket = replica.bracket(request.bracket);
    if (!bracket || bracket.closed) return refuse('bracket-gone');
    const id = mintId<RulingId>(hand.code, hand.random);
    // Read before the words go.
    const about = aboutBracket(bracket, replica, numbersNow());
    const { act, closure } = decide(request, bracket.kind);
    const { family = false } = request;
    const inside = family ? familyOf(replica.read(), bracket.id, { ...closure, at: 0 }) : [];
    const done = closeBracket(replica, hand, {
      bracket: request.bracket,
      closure: { ...closure, ruling: id, at: hand.now() },
      family,
    });
    const whole = inside.length > 0 && (act.type === 'keep' || act.type === 'choose') ? { ...act, inside } : act;
    return done.ok ? ok(record(id, whole, about)) : done;
  };

  return {
    rule,
    bridge({ bracket: target, text }) {
      const bracket = replica.bracket(target);
      if (!bracket || bracket.closed) return refuse('bracket-gone');
      const ruling = mintId<RulingId>(hand.code, hand.random);
      const about = aboutBracket(bracket, replica, numbersNow());
      const done = bridgeBracket(replica, hand, { bracket: target, text, ruling, at: hand.now() });
      if (!done.ok) return done;
      const act: RulingAct = { type: 'choose', bracket: target, variant: done.value };
      return ok(record(ruling, act, `${about} → ${text}`));
    },
    merge(bracket) {
      const ruling = mintId<RulingId>(hand.code, hand.random);
      const proposal = replica.bracket(bracket);
      if (!proposal || proposal.closed) return refuse('bracket-gone');
      const about = aboutBracket(proposal, replica, numbersNow());
      const done = mergeDuplicates(replica, hand, { bracket, ruling, at: hand.now() });
      if (!done.ok) return done;
      return ok(record(ruling, { type: 'merge', bracket: done.value.kept, merged: done.value.merged }, about));
    },
    setSecondWindow: roster.setSecondWindow,
    agreeAdRef(provision) {
      const agreed = replica.provision(provision);
      if (!agreed) return refuse('provision-gone');
      const words = gavelledWords(agreed, replica.bracketsIn(provision));
      const about = aboutProvision(provision, replica, numbersNow());
      return ok(record(mintId(hand.code, hand.random), { type: 'adRef', provision, words }, about));
    },
    reopen(provision) {
      if (!replica.provision(provision)) return refuse('provision-gone');
      const about = aboutProvision(provision, replica, numbersNow());
      return ok(record(mintId(hand.code, hand.random), { type: 'reopen', provision }, about));
    },
    sound({ subject, words, answers }) {
      const id = mintId<SoundingId>(hand.code, hand.random);
      const { code: by, person } = member;
      soundings.ask({ id, subject, words: words.slice(0, SOUNDING_LIMIT), answers, by, person, at: hand.now() });
      return id;
    },
    editTags: tags.list,
    tag: tags.mark,
    letGo: (id) => soundings.end(id, { outcome: 'let-go', at: hand.now() }),
    ruleOnSounding(id) {
      const sounding = soundings.soundings.get().find((each) => each.id === id);
      if (!sounding || sounding.end) return refuse('nothing-to-do');
      const { subject } = sounding;
      const place =
        subject.type === 'variant' ? ok(subject) : adoptWords({ replica, hand, subject, words: sounding.words });
      if (!place.ok) return place;
      const ruled = rule({ bracket: place.value.bracket, outcome: 'chosen', variant: place.value.variant });
      if (!ruled.ok) return ruled;
      // The bracket whose place the words took holds nothing any more.
      if (subject.bracket && subject.bracket !== place.value.bracket)
        rule({ bracket: subject.bracket, outcome: 'keep' });
      soundings.end(id, { outcome: 'ruled', at: hand.now() });
      return ruled;
    },
    publish: office.publish,
    invite: office.invite,
    invitations: office.invitations,
    revoke: office.revoke,
    editRoster: roster.edit,
  };
}

/** `text` and `none` are the variants of every bracket that is no choice: its words stand, or they do not. */
function decide(
  request: RuleRequest,
  kind: BracketKind,
): { readonly act: RulingAct; readonly closure: Omit<Closure, 'at'> } {
  const { bracket } = request;
  const keep = { act: { type: 'keep', bracket }, closure: { outcome: 'keep' } } as const;
  const drop = { act: { type: 'drop', bracket }, closure: { outcome: 'drop' } } as const;
  if (request.outcome !== 'chosen') return request.outcome === 'keep' ? keep : drop;
  if (request.variant === 'text') return keep;
  if (request.variant === 'none' && kind !== 'choice') return drop;
  if (request.variant === 'none') return { act: { type: 'choose', bracket }, closure: { outcome: 'chosen' } };
  const { variant } = request;
  return { act: { type: 'choose', bracket, variant }, closure: { outcome: 'chosen', variant } };
}
