import type { Code, ProvisionId } from './ids.ts';

/** What a provision is. `chapeau` introduces subparagraphs; `note` is front matter, a footnote or an editor's remark. */
export const PROVISION_KINDS = ['heading', 'preambular', 'operative', 'subparagraph', 'chapeau', 'note'] as const;
export type ProvisionKind = (typeof PROVISION_KINDS)[number];

/**
 * Why a provision has no plain number: it was put in after another (*bis*), stands against it (*alt*), or is an option
 * beside it and has none as long as the other is there.
 */
export interface ProvisionRelation {
  readonly type: 'insertAfter' | 'alternativeTo' | 'optionTo';
  readonly to: ProvisionId;
}

/** Inline emphasis, in UTF-16 offsets of the provision's text. Opening words of a paragraph are set in italics. */
export interface Mark {
  readonly from: number;
  readonly to: number;
  readonly kind: 'italic' | 'bold';
}

/**
 * Markup and white space of a source that the words leave out, as insertions and replacements in the printed words.
 * It holds as long as words, marks and brackets are those that were read (`of`), and is ignored after that (rule T3).
 */
export interface SourceBit {
  /** Offset in the text where it stands. */
  readonly at: number;
  /** How many bracket characters printed at that offset stand before it. */
  readonly skip: number;
  /** How many characters of the text it stands for: a line break of the source stands for one space. */
  readonly length: number;
  readonly raw: string;
}

/** The white space and markup a provision had in the file it was read from, kept so that export gives it back. */
export interface SourceTrim {
  /** Everything between the text before and the number (or the words, where there is no number). */
  readonly lead: string;
  /** What stands between the number and the words. */
  readonly gap: string;
  /** What follows the words at the end of the file; only the last provision has any. */
  readonly tail?: string;
  /** What the file was; absent: plain text. */
  readonly format?: 'markdown';
  /** What stands between the brackets before the number and the number. */
  readonly inset?: string;
  readonly bits?: readonly SourceBit[];
  /** Signature of the words, marks and brackets that `bits` belong to. */
  readonly of?: string;
}

/**
 * One numbered unit of the draft, as it is read: its words without bracket characters.
 * Unmatched bracket characters of a source stay in `text` as themselves (rule B6), so nothing is dropped.
 */
export interface Provision {
  readonly id: ProvisionId;
  readonly kind: ProvisionKind;
  /** Depth below the top of the draft; headings count their own depth, 0 is the outermost. */
  readonly level: number;
  readonly relation?: ProvisionRelation;
  /** The number as frozen by a revision or read from a file (`9bis.`, `(a)`); absent: computed (rule N1). */
  readonly label?: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  /** Who put the provision in; the chair for what was read from a file. */
  readonly proponent: Code;
  readonly trim?: SourceTrim;
}
