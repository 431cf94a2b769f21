import { useState } from 'react';
import type { ProvisionAssessment } from '../../../../shared/consensus/assessment.ts';
import { Button } from '../../../controls/Button.tsx';
import { useText } from '../../../i18n/text.tsx';
import { useNames } from '../use-names.ts';
import { Confirm } from './Confirm.tsx';
import type { Rule } from './use-rule.ts';

/** The gavel: agree a provision *ad referendum* once nothing is open in it, or open it again; asked once, in place. */
export function ProvisionRuling({ assessment, rule }: { assessment: ProvisionAssessment; rule: Rule }) {
  const say = useText();
  const names = useNames();
  const [asked, ask] = useState(false);
  const { provision, status, brackets } = assessment;
  const agreed = status === 'agreed';
  if (!agreed && brackets.length > 0) return undefined;
  const name = names.provisionInside(provision);
  if (asked)
    return (
      <Confirm
        question={say(agreed ? 'board.landing.confirm.reopen' : 'board.landing.confirm.adref', { provision: name })}
        onCancel={() => ask(false)}
        onRecord={() => {
          ask(false);
          if (agreed) rule.reopen(provision);
          else rule.agree(provision);
        }}
      />
    );
  return (
    <div className="landing-gavel">
      <Button size="small" onPress={() => ask(true)}>
        {say(agreed ? 'board.landing.reopen' : 'board.landing.agree')}
      </Button>
    </div>
  );
}
