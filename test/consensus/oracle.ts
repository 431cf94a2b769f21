import type { AssessInput } from '../../shared/consensus/assess.ts';
import type { Status } from '../../shared/consensus/assessment.ts';
import { gavelledWords } from '../../shared/procedure/gavelled-words.ts';
import type { Bracket } from '../../shared/schema/bracket.ts';
import { CHAIR, SECRETARIAT, type BracketId, type Code, type ProvisionId } from '../../shared/schema/ids.ts';
import { STANCES, type Position, type Stance, type Target, type VariantId } from '../../shared/schema/position.ts';

// The rules C and P read off the page, one delegation and one question at a time, with no index, no cache and no
// cleverness: what the engine is held against.

type Question = {
  exact: (target: Target) => boolean;
  wider: (target: Target) => boolean;
  proposal: (by: Code) => Stance | undefined;
};

const hard = (stance: Stance) => STANCES.indexOf(stance);

export function oracle(input: AssessInput) {
  const { draft, delegations, groups, rulings } = input;
  const filed = new Map<string, Position>();
  for (const position of input.positions) {
    const key = JSON.stringify([position.delegation, position.target, position.source, position.audience]);
    const before = filed.get(key);
    if (!before || position.at >= before.at) filed.set(key, position);
  }
  const positions = [...filed.values()];

  const isGroup = (code: Code) => groups.some((group) => group.code === code);
  const isMember = (code: Code) =>
    delegations.some((one) => one.code === code && one.standing === 'member') && !isGroup(code);
  const membersOf = (code: Code) => (groups.find((group) => group.code === code)?.members ?? []).filter(isMember);
  const holdsSeat = (code: Code) => {
    if (code === CHAIR || code === SECRETARIAT) return false;
    if (isGroup(code)) return membersOf(code).length === 0;
    return isMember(code) || !delegations.some((one) => one.code === code);
  };
  const voices = new Set<Code>([
    ...delegations.map(({ code }) => code),
    ...groups.map(({ code }) => code),
    ...positions.map(({ delegation }) => delegation),
    ...draft.brackets.flatMap((one) => [one.proponent, ...one.supporters, ...one.keepers]),
  ]);
  const seats = [...voices].filter(holdsSeat).sort();
  const speakers = [...voices].filter((code) => holdsSeat(code) || membersOf(code).length > 0);

  const outcome = (bracket: string): VariantId | undefined => {
    let found: VariantId | undefined;
    for (const { act } of rulings.toSorted((a, b) => a.at - b.at)) {
      if (act.type === 'keep' && act.bracket === bracket) found = 'text';
      if (act.type === 'drop' && act.bracket === bracket) found = 'none';
      if (act.type === 'choose' && act.bracket === bracket) found = act.variant ?? 'none';
      if (act.type === 'choose' && act.variant === bracket) found = 'text';
    }
    return found;
  };
  const isMet = (position: Position) =>
    position.conditionOn !== undefined && outcome(position.conditionOn.bracket) === position.conditionOn.variant;
  const conditional = (position: Position) => position.conditionOn !== undefined || position.condition !== undefined;
  const counted = (position: Position): Stance => {
    const { stance } = position;
    if (!conditional(position) || stance === 'none') return stance;
    const yes = stance === 'support' || stance === 'accept';
    return isMet(position) ? (yes ? stance : 'accept') : yes ? 'reserve' : stance;
  };

  const own = (code: Code, question: Question): { stance: Stance; record?: Position } | undefined => {
    for (const source of ['national', 'floor'] as const) {
      for (const scope of [question.exact, question.wider]) {
        const found = positions.filter((one) => one.delegation === code && one.source === source && scope(one.target));
        const told = found.some((one) => one.audience === 'chair')
          ? found.filter((one) => one.audience === 'chair')
          : found;
        const latest = told.filter((one) => one.at === Math.max(...told.map(({ at }) => at)));
        const record = latest.toSorted((a, b) => hard(b.stance) - hard(a.stance))[0];
        if (record) return { stance: counted(record), record };
      }
    }
    const proposal = code === CHAIR || code === SECRETARIAT ? undefined : question.proposal(code);
    return proposal && { stance: proposal };
  };
  const stand = (code: Code, question: Question): Stance | undefined =>
    own(code, question)?.stance ??
    groups
      .filter(({ members }) => isMember(code) && members.includes(code))
      .flatMap((group) => own(group.code, question)?.stance ?? [])
      .toSorted((a, b) => hard(b) - hard(a))[0];
  const who = (question: Question, stance: Stance) => seats.filter((code) => stand(code, question) === stance);

  const cover = (codes: readonly Code[]) => {
    let best = codes.length;
    for (let mask = 0; mask < 1 << groups.length; mask++) {
      const chosen = groups.filter((_, at) => mask & (1 << at));
      const held = new Set(chosen.flatMap(({ code }) => membersOf(code)));
      best = Math.min(best, chosen.length + codes.filter((code) => !held.has(code)).length);
    }
    return best;
  };

  const index = (id: ProvisionId) => draft.provisions.findIndex((one) => one.id === id);
  const choiceOf = (one: Bracket) =>
    draft.brackets.find((other) => other.id === one.variantOf && other.kind === 'choice');
  const standalone = draft.brackets.filter((one) => !choiceOf(one));
  const sidesOf = (one: Bracket) =>
    draft.brackets
      .filter((other) => choiceOf(other) === one)
      .toSorted(
        (a, b) =>
          index(a.pieces[0]!.provision) - index(b.pieces[0]!.provision) || a.pieces[0]!.from - b.pieces[0]!.from,
      );
  const placesOf = (one: Bracket) =>
    [one, ...sidesOf(one)].flatMap(({ pieces }) => pieces.map(({ provision }) => provision));

  const questions = (one: Bracket): [VariantId, Question][] => {
    const on = (variant: VariantId) => (target: Target) =>
      target.type === 'variant' && target.bracket === one.id && target.variant === variant;
    const onWhole = (target: Target) => target.type === 'bracket' && target.bracket === one.id;
    const either = (variant: VariantId) => (target: Target) => on(variant)(target) || onWhole(target);
    const never = () => false;
    const support = (side: Bracket) => (code: Code) =>
      side.supporters.includes(code) || (side.proponent === code && side.kind !== 'hold' && side.kind !== 'choice')
        ? ('support' as const)
        : undefined;
    if (one.kind === 'delete') {
      const keeps = (code: Code) => one.keepers.includes(code);
      return [
        ['text', { exact: on('text'), wider: never, proposal: (code) => (keeps(code) ? 'support' : undefined) }],
        [
          'none',
          { exact: either('none'), wider: never, proposal: (code) => (keeps(code) ? 'object' : support(one)(code)) },
        ],
      ];
    }
    if (one.kind !== 'choice')
      return [
        ['text', { exact: either('text'), wider: never, proposal: support(one) }],
        ['none', { exact: on('none'), wider: never, proposal: () => undefined }],
      ];
    const sides = sidesOf(one).map((side): [VariantId, Question] => [
      side.id,
      {
        exact: (target) =>
          on(side.id)(target) ||
          (target.type === 'bracket' && target.bracket === side.id) ||
          (target.type === 'variant' && target.bracket === side.id && target.variant === 'text'),
        wider: onWhole,
        proposal: side.kind === 'delete' ? () => undefined : support(side),
      },
    ]);
    return one.noText ? [...sides, ['none', { exact: on('none'), wider: never, proposal: () => undefined }]] : sides;
  };
  const onProvision = (id: ProvisionId): Question => ({
    exact: (target) => target.type === 'provision' && target.provision === id,
    wider: () => false,
    proposal: () => undefined,
  });

  const brackets = standalone.map((one) => {
    const variants = questions(one).map(([variant, question]) => ({
      variant,
      objectors: who(question, 'object'),
      reserves: who(question, 'reserve'),
      supporters: who(question, 'support'),
    }));
    const landing = variants.filter(({ objectors }) => objectors.length === 0);
    return { one, variants, landing, deadlocked: variants.length > 0 && landing.length === 0 };
  });

  const hangs = (id: ProvisionId): ProvisionId[] => {
    const asked = [
      onProvision(id),
      ...standalone
        .filter((one) => placesOf(one).includes(id))
        .flatMap((one) => questions(one).map(([, question]) => question)),
    ];
    const records = asked.flatMap((question) => speakers.flatMap((code) => own(code, question)?.record ?? []));
    return records
      .filter((record) => record.conditionOn && !isMet(record))
      .flatMap((record) => {
        const named = draft.brackets.find((one) => one.id === record.conditionOn!.bracket);
        const root = (named && choiceOf(named)?.id) ?? named?.id;
        const found = standalone.find((one) => one.id === root);
        return found ? [placesOf(found).toSorted((a, b) => index(a) - index(b))[0]!] : [];
      })
      .filter((home) => home !== id);
  };
  const graph = new Map(draft.provisions.map(({ id }) => [id, hangs(id)]));
  const dependants = (id: ProvisionId) => {
    const reached = new Set([id]);
    for (const at of reached) for (const [from, to] of graph) if (to.includes(at)) reached.add(from);
    return reached.size - 1;
  };

  const provisions = draft.provisions.flatMap((provision) => {
    const { id } = provision;
    const question = onProvision(id);
    const inside = brackets.filter(({ one }) => placesOf(one).includes(id));
    const objectors = new Set(who(question, 'object'));
    const reserves = new Set(who(question, 'reserve'));
    for (const { deadlocked, variants, landing } of inside) {
      if (deadlocked) for (const code of variants.flatMap((one) => one.objectors)) objectors.add(code);
      if (landing.every((one) => one.reserves.length > 0))
        for (const code of landing.flatMap((one) => one.reserves)) reserves.add(code);
    }
    const rulingsHere = rulings
      .toSorted((a, b) => a.at - b.at)
      .flatMap(({ act }) => ((act.type === 'adRef' || act.type === 'reopen') && act.provision === id ? [act] : []));
    const last = rulingsHere.at(-1);
    const open = draft.brackets.filter(({ pieces }) => pieces.some((piece) => piece.provision === id));
    const same = last?.type === 'adRef' && last.words === gavelledWords(provision, open);
    const implied = input.implied?.get(id) ?? 0;
    let status: Status = 'ready';
    if (inside.length > 0 || implied > 0) status = 'open';
    if (reserves.size > 0) status = 'reserved';
    if (objectors.size > 0) status = 'blocked';
    if (last?.type === 'adRef' && !same) status = 'reopened';
    if (same && inside.length === 0) status = 'agreed';
    const said = seats.some((code) => stand(code, question) !== undefined);
    const hangsOnIt = dependants(id);
    // A stance that only a group without a listening member gives still leaves its condition and its date.
    const asked = speakers.some((code) => {
      const record = own(code, question)?.record;
      return record && ((conditional(record) && !isMet(record)) || hard(counted(record)) >= 3);
    });
    const quiet = provision.kind === 'heading' || provision.kind === 'note';
    if (quiet && status === 'ready' && !said && !asked && hangsOnIt === 0 && last === undefined) return [];
    return [
      {
        id,
        status,
        objectors: [...objectors].sort(),
        reserves: [...reserves].sort(),
        independent: cover([...objectors]),
        dependants: hangsOnIt,
        deadlocked: inside
          .filter((one) => one.deadlocked)
          .map(({ one }) => one.id)
          .sort(),
        stances: seats.flatMap((code) => {
          const stance = stand(code, question);
          return stance ? [[code, stance] as const] : [];
        }),
      },
    ];
  });
  // Who could stand against what, whatever is decided elsewhere: a group only where a member follows its line.
  const follows = (code: Code, question: Question) =>
    holdsSeat(code) || membersOf(code).some((member) => own(member, question) === undefined);
  const asked: { bracket?: BracketId; variant?: VariantId; question: Question }[] = [
    ...draft.provisions.map(({ id }) => ({ question: onProvision(id) })),
    ...standalone.flatMap((one) =>
      questions(one).map(([variant, question]) => ({ bracket: one.id, variant, question })),
    ),
  ];
  const stands = asked.flatMap(({ bracket, variant, question }) =>
    speakers
      .filter((code) => follows(code, question))
      .flatMap((code) => {
        const found = own(code, question);
        return found ? [{ bracket, variant, found }] : [];
      }),
  );
  /** How many red lines are crossed if these brackets are closed so. */
  const crossed = (chosen: ReadonlyMap<BracketId, VariantId>): number => {
    const words = new Map(chosen);
    for (const variant of chosen.values()) if (variant !== 'text' && variant !== 'none') words.set(variant, 'text');
    return stands.filter(({ bracket, variant, found: { stance, record } }) => {
      if (bracket !== undefined && chosen.get(bracket) !== variant) return false;
      if (!record) return stance === 'object';
      const met =
        isMet(record) || (record.conditionOn && words.get(record.conditionOn.bracket) === record.conditionOn.variant);
      return record.stance === 'object' && !met;
    }).length;
  };

  return {
    crossed,
    provisions,
    openBrackets: standalone.length,
    variants: new Map(brackets.map(({ one, variants }) => [one.id, variants])),
    landing: new Map(brackets.map(({ one, landing }) => [one.id, landing.map(({ variant }) => variant)])),
    standalone: (id: ProvisionId) => brackets.filter(({ one }) => placesOf(one).includes(id)).map(({ one }) => one.id),
    cover,
  };
}
