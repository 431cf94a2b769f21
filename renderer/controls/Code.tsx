import './Code.css';

/** A delegation by its code, in neutral ink: identity is never a colour. Its name is one hover away. */
export function Code({ code, name, mine = false }: { code: string; name?: string; mine?: boolean }) {
  return (
    <bdi className={`code ${mine ? 'code-mine' : ''}`}>
      {name && name !== code ? <abbr title={name}>{code}</abbr> : code}
    </bdi>
  );
}
