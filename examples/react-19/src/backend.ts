import type { TokenProvider } from 'ffc-elements';

/** Where the service is: `sandbox`, `production`, or the address that a local sandbox prints. */
export const endpoint: string = import.meta.env.VITE_FFC_ENDPOINT ?? 'sandbox';

/** Asks your backend, which knows who is signed in, for the token of that member. */
export const fetchToken: TokenProvider = async ({ signal }) => {
  const answer = await fetch('/ffc/token', { method: 'POST', signal });
  if (!answer.ok) throw new Error(`The backend answered ${answer.status}.`);
  return (await answer.json()) as { accessToken: string };
};
