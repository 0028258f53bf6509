import { App } from './app';

/** Rendered by the server: the elements are in its HTML, and become alive in the browser. */
export default function Page() {
  return <App />;
}
