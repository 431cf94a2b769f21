import { useEffect, useImperativeHandle, useLayoutEffect, useRef, type Ref } from 'react';
import type { DraftReplica } from '../../shared/sync/contract.ts';
import './editor.css';
import type { DraftEditorHandle } from './handle.ts';
import { directionOf, mountDraftEditor, type MountedEditor } from './mount.ts';
import type { EditorSettings } from './settings.ts';

export interface DraftEditorProps extends EditorSettings {
  readonly replica: DraftReplica;
  /** Names the text for screen readers, with the draft's symbol. */
  readonly label: string;
  readonly handleRef?: Ref<DraftEditorHandle>;
}

/**
 * The whole draft in one editor. React only mounts it: a keystroke renders nothing, and a new value of a setting is read
 * when it is next needed. A new `replica`, `language` or observed value mounts the editor anew.
 */
export function DraftEditor({ replica, label, handleRef, ...settings }: DraftEditorProps) {
  const root = useRef<HTMLDivElement>(null);
  const layer = useRef<HTMLDivElement>(null);
  const mounted = useRef<MountedEditor>(undefined);
  const latest = useRef<EditorSettings>(settings);
  const { language, numbers, presence, lines, editable, rendering } = settings;

  useLayoutEffect(() => {
    latest.current = settings;
  });
  useLayoutEffect(() => {
    if (root.current === null || layer.current === null) return;
    mounted.current = mountDraftEditor({ root: root.current, layer: layer.current }, replica, () => latest.current);
    return () => {
      mounted.current?.unmount();
      mounted.current = undefined;
    };
  }, [replica, language, numbers, presence, lines]);
  useEffect(() => mounted.current?.editor.setEditable(editable), [editable]);
  useImperativeHandle(handleRef, () => lateHandle(() => mounted.current?.handle), []);

  const direction = directionOf(language);
  return (
    <div
      className="draft-editor"
      data-rendering={rendering}
      data-lines={lines && 'true'}
      lang={language}
      dir={direction}
    >
      <div
        ref={root}
        className="draft-text"
        role="textbox"
        aria-multiline="true"
        aria-label={label}
        aria-readonly={editable ? undefined : true}
        tabIndex={0}
        contentEditable={editable}
        suppressContentEditableWarning
        spellCheck
        lang={language}
        dir={direction}
      />
      <div ref={layer} className="draft-carets" aria-hidden="true" />
    </div>
  );
}

/** A handle that outlives the editor it stands for: between two mounts its calls do nothing. */
function lateHandle(current: () => DraftEditorHandle | undefined): DraftEditorHandle {
  return {
    focus: (place) => current()?.focus(place),
    goTo: (provision) => current()?.goTo(provision) ?? false,
    goToBracket: (bracket) => current()?.goToBracket(bracket) ?? false,
    select: (span) => current()?.select(span) ?? false,
    selectBracket: (bracket) => current()?.selectBracket(bracket) ?? false,
    mark: (name, spans) => current()?.mark(name, spans),
    reveal: (span) => current()?.reveal(span),
    rectOf: (span) => current()?.rectOf(span),
    firstInView: () => current()?.firstInView(),
    replace: (spans, words) => current()?.replace(spans, words) ?? 0,
    nextBracket: () => current()?.nextBracket(),
    previousBracket: () => current()?.previousBracket(),
    bracketSelection: (kind) => current()?.bracketSelection(kind) ?? false,
    offerWording: (offered) => current()?.offerWording(offered) ?? false,
    withdraw: (bracket) => current()?.withdraw(bracket) ?? false,
    undo: () => current()?.undo(),
    redo: () => current()?.redo(),
    selection: () => current()?.selection(),
    rejected: () => current()?.rejected() ?? 0,
  };
}
