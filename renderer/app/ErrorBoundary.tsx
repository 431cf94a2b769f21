import { Component, type ErrorInfo, type ReactNode } from 'react';
import { Button } from '../controls/Button.tsx';
import { Text } from '../i18n/text.tsx';
import './ErrorBoundary.css';

interface Broken {
  readonly error?: Error | undefined;
}

/**
 * Stands round a screen. What breaks while drawing cannot take words with it: the session and its documents live
 * outside the tree, and are still there when the screen is drawn again.
 */
export class ErrorBoundary extends Component<{ readonly children: ReactNode }, Broken> {
  override state: Broken = {};

  static getDerivedStateFromError(error: Error): Broken {
    return { error };
  }

  override componentDidCatch(error: Error, info: ErrorInfo): void {
    console.error(error, info.componentStack);
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    return (
      <main className="broken" role="alert">
        <h1>
          <Text id="app.broke.title" />
        </h1>
        <p>
          <Text id="app.broke.lead" />
        </p>
        <Button tone="primary" onPress={() => this.setState({ error: undefined })}>
          <Text id="app.broke.again" />
        </Button>
        <details>
          <summary>
            <Text id="app.broke.detail" />
          </summary>
          <pre dir="ltr">{error.stack ?? error.message}</pre>
        </details>
      </main>
    );
  }
}
