import type { ProvisionId } from '../../../../shared/schema/ids.ts';
import { Disclosure } from '../../../controls/Disclosure.tsx';
import { StrengthLine } from '../../../controls/StrengthLine.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useLanguageOf } from '../../../session/language-of.ts';

/** How strong the words are that the room is closing on, and what that reading is worth. */
export function Language({ provision }: { provision: ProvisionId }) {
  const say = useText();
  const strength = useLanguageOf(provision);
  if (!strength) return undefined;
  return (
    <section aria-label={say('strength.title')}>
      <StrengthLine {...strength} />
      <Disclosure title={say('strength.limits')} level={4}>
        <p className="landing-hint">{say('strength.method')}</p>
      </Disclosure>
    </section>
  );
}
