import { App } from './app';

/** The server renders the elements as plain tags. The browser then loads their code. */
export default function Page() {
  return <App />;
}
