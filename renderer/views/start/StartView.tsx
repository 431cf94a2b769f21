import { Button } from '../../controls/Button.tsx';
import { useText } from '../../i18n/text.tsx';
import './StartView.css';

/** The first screen: the ways into a meeting, and what is kept on this machine. */
export function StartView() {
  const say = useText();
  return (
    <main className="start">
      <h1>{say('app.name')}</h1>
      <p className="start-lead">{say('start.lead')}</p>
      <section aria-labelledby="start-demo">
        <h2 id="start-demo">{say('start.demo.title')}</h2>
        <p>{say('start.demo.lead')}</p>
        <Button tone="primary">{say('start.demo.open')}</Button>
      </section>
    </main>
  );
}
