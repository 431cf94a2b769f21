import { useId, type ReactNode } from 'react';
import { useFaultText } from '../../i18n/fault.ts';
import { useText } from '../../i18n/text.tsx';
import type { Way } from './use-way.ts';
import './WayIn.css';

/** One way into a meeting: what it is, its control, and what went wrong, in that place. */
export function WayIn({ title, lead, way, children }: { title: string; lead: string; way: Way; children: ReactNode }) {
  const say = useText();
  const faultText = useFaultText();
  const id = useId();
  return (
    <section className="way-in" aria-labelledby={id}>
      <div className="way-in-words">
        <h2 id={id}>{title}</h2>
        <p>{lead}</p>
      </div>
      <div className="way-in-control">{children}</div>
      <p className="way-in-state" role="status">
        {way.busy
          ? say('start.working')
          : way.fault !== undefined && <span className="fault">{faultText(way.fault)}</span>}
      </p>
    </section>
  );
}
