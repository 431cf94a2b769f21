import { ChevronRight } from 'lucide-react';
import type { ReactNode } from 'react';
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
  return (
    <AriaDisclosure className="disclosure" defaultExpanded={open}>
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
