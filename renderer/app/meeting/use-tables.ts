import { bracketRows } from '../../../shared/interop/bracket-rows.ts';
import { writeCsv, type CsvCell } from '../../../shared/interop/write-csv.ts';
import type { Position } from '../../../shared/schema/position.ts';
import { useText } from '../../i18n/text.tsx';
import { assessShared } from '../../session/assess-shared.ts';
import { useSession } from '../../session/hooks.ts';
import { wordingOf, type Wording } from '../../session/wording.ts';

const BRACKET_COLUMNS = [
  'csv.paragraph',
  'csv.kind',
  'csv.words',
  'csv.proponent',
  'csv.supported',
  'csv.kept',
  'csv.objections',
  'csv.insisting',
  'csv.reserves',
  'csv.since',
] as const;

const POSITION_COLUMNS = [
  'csv.delegation',
  'csv.paragraph',
  'csv.target',
  'csv.words',
  'csv.stance',
  'csv.reason',
  'csv.condition',
  'csv.source',
  'csv.when',
] as const;

/** The tables of a meeting as CSV: what is in them is what this member may see of the room, never a confidence. */
export function useTables(): { readonly brackets: () => string; readonly positions: () => string } {
  const say = useText();
  const session = useSession();
  const time = (at: number) => (at > 0 ? new Date(at).toISOString() : '');
  const wording = () => wordingOf(session.draft.get(), session.numbers.get());
  return {
    brackets() {
      const named = wording();
      const header = BRACKET_COLUMNS.map((id) => say(id));
      const rows = bracketRows(session.draft.get(), assessShared(session)).map((row): CsvCell[] => [
        row.provision && named.number(row.provision),
        say(`kind.${row.kind}`),
        row.words,
        row.proponent,
        ...[row.supporters, row.keepers, row.objectors, row.insisting, row.reserves].map((codes) => codes.join(' ')),
        time(row.opened),
      ]);
      return writeCsv([header, ...rows]);
    },
    positions() {
      const named = wording();
      const header = POSITION_COLUMNS.map((id) => say(id));
      const rows = session.positions
        .get()
        .filter(({ audience }) => audience === 'room')
        .map((position): CsvCell[] => {
          const { provision, words } = about(position, named);
          return [
            position.delegation,
            provision && named.number(provision),
            say(`csv.target.${position.target.type}`),
            words ?? say('board.no-text'),
            say(`stance.${position.stance}`),
            position.reason,
            [position.condition, hanging(position, named)].filter(Boolean).join('; '),
            say(`csv.source.${position.source}`),
            time(position.at),
          ];
        });
      return writeCsv([header, ...rows]);
    },
  };
}

/** The provision a position is about, and the words; no words where it is about "no text". */
function about({ target }: Position, wording: Wording) {
  if (target.type === 'provision')
    return { provision: target.provision, words: wording.provision(target.provision)?.text.trim() ?? '' };
  const home = (wording.bracket(target.bracket)?.pieces[0] ?? wording.variantsOf(target.bracket)[0]?.pieces[0])
    ?.provision;
  const words = wording.variantText(target.bracket, target.type === 'variant' ? target.variant : 'text');
  return { provision: home, words };
}

function hanging({ conditionOn }: Position, wording: Wording): string | undefined {
  if (!conditionOn) return undefined;
  const { provision } = about({ target: { type: 'variant', ...conditionOn } } as Position, wording);
  const words = wording.variantText(conditionOn.bracket, conditionOn.variant) ?? '–';
  return `${(provision && wording.number(provision)) ?? ''}: ${words}`;
}
