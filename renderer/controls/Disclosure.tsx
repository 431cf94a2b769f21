import { ChevronRight } from 'lucide-react';
import { useRef, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Disclosure as AriaDisclosure, DisclosurePanel } from 'react-aria-components/Disclosure';
import { Heading } from 'react-aria-components/Heading';
import './Disclosure.css';

export interface DisclosureProps {
  readonly title: ReactNode;
  readonly open?: boolean;
  readonly level?: 2 | 3 | 4;
  readonly children: ReactNode;
}

/** A heading that opens what stands under it. */
export function Disclosure({ title, open = false, level = 3, children }: DisclosureProps) {
  const box = useRef<HTMLDivElement>(null);
  return (
    <AriaDisclosure ref={box} className="disclosure" defaultExpanded={open} onExpandedChange={() => show(box.current)}>
      <Heading level={level}>
        <Button slot="trigger" className="disclosure-button">
          <ChevronRight className="directional" aria-hidden />
          {title}
        </Button>
      </Heading>
      <DisclosurePanel className="disclosure-panel">{children}</DisclosurePanel>
    </AriaDisclosure>
  );
}

/** What was opened comes into view, as far as it fits below its heading. */
function show(box: HTMLElement | null): void {
  requestAnimationFrame(() => {
    box?.scrollIntoView({ block: 'nearest' });
    box?.firstElementChild?.scrollIntoView({ block: 'nearest' });
  });
}
