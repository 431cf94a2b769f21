import { X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Label } from 'react-aria-components/Label';
import { Radio, RadioGroup } from 'react-aria-components/RadioGroup';
import type { Code } from '../../../shared/schema/ids.ts';
import { targetKey, type Target } from '../../../shared/schema/position.ts';
import { Button } from '../../controls/Button.tsx';
import { EmptyState } from '../../controls/EmptyState.tsx';
import { IconButton } from '../../controls/IconButton.tsx';
import { Select } from '../../controls/Select.tsx';
import { useText } from '../../i18n/text.tsx';
import { useRoster, useSession } from '../../session/hooks.ts';
import { useWording } from '../../session/wording.ts';
import { PositionForm } from './PositionForm.tsx';
import { PrivateNote } from './PrivateNote.tsx';
import { scopesOf, type Scope } from './scopes.ts';
import { useStatement } from './use-statement.ts';
import './positions.css';

export interface PositionPanelProps {
  /** What the reader was at: the provision, a bracket, or one wording of it. */
  readonly target: Target;
  onClose(): void;
}

/** Where a delegation says how it stands, and the chair records what was said on the floor. Stands in place of the margin. */
export function PositionPanel({ target, onClose }: PositionPanelProps) {
  const say = useText();
  const wording = useWording();
  const { me, chair } = useSession();
  const scopes = scopesOf(target, wording);
  const panel = useRef<HTMLElement>(null);
  const asked = targetKey(target);
  useEffect(() => {
    const home = panel.current?.querySelector<HTMLElement>('.stance-choice input:checked, .stance-choice input');
    (home ?? panel.current)?.focus();
  }, [asked]);

  const number = scopes && wording.number(scopes.provision);
  const provision = scopes
    ? number
      ? say('position.paragraph', { number })
      : say('position.unnumbered', { words: wording.opening(scopes.provision) })
    : '';
  const title = !scopes
    ? say('position.gone')
    : chair
      ? say('position.title.floor', { provision })
      : say('position.title', { name: me.name, provision });
  return (
    <aside
      ref={panel}
      className="position-panel"
      aria-label={title}
      data-pane="position"
      tabIndex={-1}
      onKeyDown={(event) => {
        if (event.key !== 'Escape' || event.defaultPrevented) return;
        event.preventDefault();
        onClose();
      }}
    >
      <header className="position-head">
        <h2>{title}</h2>
        <IconButton label={say('position.close')} keys="Esc" onPress={onClose}>
          <X aria-hidden />
        </IconButton>
      </header>
      {me.role === 'observer' ? (
        <EmptyState title={say('position.observer')} />
      ) : scopes ? (
        <Statement key={asked} scopes={scopes.all} first={scopes.first} />
      ) : undefined}
    </aside>
  );
}

/** Whose position, on what, and the position itself, with a timed undo under it. */
function Statement({ scopes, first }: { scopes: readonly Scope[]; first: string }) {
  const say = useText();
  const { me, chair } = useSession();
  const { delegations, groups } = useRoster();
  const speakers = [
    ...groups.map(({ code, name }) => ({ value: code, label: `${code}  ${name}` })),
    ...delegations
      .filter(({ standing }) => standing === 'member')
      .map(({ code, name }) => ({ value: code, label: `${code}  ${name}` })),
  ];
  const [speaker, setSpeaker] = useState<Code | undefined>(speakers[0]?.value);
  const [key, setKey] = useState(first);
  const scope = scopes.find((each) => each.key === key) ?? scopes[0];
  const code = chair ? speaker : me.code;
  const name = [...delegations, ...groups].find((each) => each.code === code)?.name ?? code ?? '';
  const speaking = useStatement(chair ? code : undefined, name);
  if (!code || !scope) return undefined;
  return (
    <>
      <PositionForm
        key={`${code} ${scope.key}`}
        code={code}
        target={scope.target}
        source={chair ? 'floor' : 'national'}
        speaking={speaking}
      >
        {chair && <Select label={say('position.speaker')} value={code} options={speakers} onChange={setSpeaker} />}
        {scopes.length > 1 && (
          <RadioGroup className="position-scope" value={scope.key} onChange={setKey}>
            <Label className="field-label">{say('position.scope')}</Label>
            {scopes.map((each) => (
              <Radio key={each.key} value={each.key} className="position-scope-one">
                <bdi>{scopeWords(each)}</bdi>
              </Radio>
            ))}
          </RadioGroup>
        )}
      </PositionForm>
      <PrivateNote key={scope.key} target={scope.target} />
      {speaking.told && (
        <p className="position-told">
          <span>{speaking.told}</span>
          {speaking.left > 0 && (
            <Button size="small" onPress={speaking.undo}>
              {say('position.undo.left', { seconds: speaking.left })}
            </Button>
          )}
        </p>
      )}
    </>
  );

  function scopeWords({ label, words }: Scope): string {
    if (label === 'provision' || label === 'no-text') return say(`position.scope.${label}`);
    return say(`position.scope.${label}`, {
      words: words ? say('position.words', { words }) : say('position.words.none'),
    });
  }
}
