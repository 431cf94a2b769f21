import { underNegotiation } from '../../../shared/schema/under-negotiation.ts';
import { GitCompareArrows, Printer, Quote } from 'lucide-react';
import { useHost } from '../../app/host-context.ts';
import { useCopy } from '../../app/use-copy.ts';
import { Badge } from '../../controls/Badge.tsx';
import { Button } from '../../controls/Button.tsx';
import { Select } from '../../controls/Select.tsx';
import { StatusGlyph } from '../../controls/StatusGlyph.tsx';
import { useText } from '../../i18n/text.tsx';
import { useTime } from '../../i18n/time.ts';
import type { Revision } from '../../session/contract.ts';
import { FindField } from './FindField.tsx';
import { Seal } from './Seal.tsx';
import type { Find } from './use-find.ts';
import '../../controls/view-bar.css';
import './ReaderBar.css';

export interface ReaderBarProps {
  readonly revisions: readonly Revision[];
  readonly revision: Revision;
  /** The number of the paragraph one reads, without its full stop. */
  readonly number: string;
  readonly wanted: string;
  readonly find: Find;
  onRevision(number: number): void;
  /** Compares this revision with another, or with the live text. */
  onCompare(number: number): void;
  onWanted(words: string): void;
}

/** Which revision this is, that it is not live, and what a reader does with it. */
export function ReaderBar({
  revisions,
  revision,
  number,
  wanted,
  find,
  onRevision,
  onCompare,
  onWanted,
}: ReaderBarProps) {
  const say = useText();
  const time = useTime();
  const host = useHost();
  const copy = useCopy();
  const { draft, status } = revision;
  const { symbol, title } = draft;
  const paragraphs = underNegotiation(draft);
  const open = draft.brackets.filter(({ variantOf }) => variantOf === undefined).length;
  const cite = () => {
    const source = symbol || title;
    const citation = number
      ? say('reader.citation', { symbol: source, revision: revision.name, number })
      : say('reader.citation.whole', { symbol: source, revision: revision.name });
    copy(citation, say('reader.cited', { citation }));
  };
  return (
    <div className="view-bar reader-bar" data-pane="toolbar">
      <Select
        label={say('reader.revision')}
        bare
        value={String(revision.number)}
        options={revisions.toReversed().map((each) => ({ value: String(each.number), label: each.name }))}
        onChange={(chosen) => onRevision(Number(chosen))}
      />
      <time dateTime={new Date(revision.at).toISOString()} title={time.fully(revision.at)}>
        {say('reader.published', { when: time.moment(revision.at) })}
      </time>
      <Badge>{say('reader.not-live')}</Badge>
      {status && (
        <span className="reader-state">
          <StatusGlyph status="agreed" size={13} />
          {say('reader.agreed', { agreed: status.agreed.length, of: paragraphs, open })}
        </span>
      )}
      <Seal revision={revision} />
      <Button
        tone="plain"
        size="small"
        icon={<GitCompareArrows aria-hidden />}
        aria-label={say('compare.with.name', { name: revision.name })}
        onPress={() => onCompare(revision.number)}
      >
        {say('compare.with')}
      </Button>
      <span className="reader-bar-end">
        <FindField wanted={wanted} find={find} onWanted={onWanted} />
        <Button tone="plain" size="small" icon={<Quote />} onPress={cite}>
          {number ? say('reader.cite.number', { number }) : say('reader.cite')}
        </Button>
        <Button
          tone="plain"
          size="small"
          icon={<Printer />}
          onPress={() => void host.printPdf({ name: `${(symbol || title).replaceAll('/', '-')} ${revision.name}.pdf` })}
        >
          {say('reader.print')}
        </Button>
      </span>
    </div>
  );
}
