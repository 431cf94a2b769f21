import './Keys.css';

/** A key or chord, written as on the keyboard: `Ctrl+K`. */
export function Keys({ of }: { of: string }) {
  return (
    <span className="keys" dir="ltr">
      {of.split('+').map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}
