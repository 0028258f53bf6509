import type { TokenProvider, TokenReason } from '../../../src/api/types.js';

/** A provider that gives the answers in order, and records the reasons of its calls. */
export function script(...answers: (string | Error)[]) {
  const reasons: TokenReason[] = [];
  const provider: TokenProvider = ({ reason }) => {
    reasons.push(reason);
    const answer = answers.shift() ?? new Error('No token left.');
    if (answer instanceof Error) return Promise.reject(answer);
    return answer;
  };
  return { provider, reasons };
}

/** A provider whose only answer the test gives. */
export function byHand() {
  let calls = 0;
  let answer: (token: string) => void = () => {};
  let signal: AbortSignal | undefined;
  const provider: TokenProvider = (request) => {
    calls++;
    signal = request.signal;
    return new Promise((resolve) => (answer = resolve));
  };
  return {
    provider,
    answer: (token: string) => answer(token),
    get calls() {
      return calls;
    },
    get signal() {
      return signal;
    },
  };
}
