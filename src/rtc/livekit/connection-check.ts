import { CheckStatus, ConnectionCheck } from 'livekit-client';
import type { RtcCheckOptions } from '../check.js';

/**
 * Checks each stage of a connection with LiveKit's own checks, until one fails. The checks join the
 * room for a moment, because nothing else proves that media get through.
 */
export async function checkConnection(options: RtcCheckOptions): Promise<void> {
  const { url, token, signal, onResult } = options;
  const check = new ConnectionCheck(url, token);
  const stages = [
    ['signalling', () => check.checkWebsocket()],
    ['media', () => check.checkWebRTC()],
    ['turn', () => check.checkTURN()],
  ] as const;
  for (const [stage, run] of stages) {
    const { status } = await run();
    if (signal.aborted) return;
    const isSkipped = status === CheckStatus.SKIPPED;
    const result = status === CheckStatus.SUCCESS ? 'passed' : isSkipped ? 'skipped' : 'failed';
    onResult(stage, result);
    if (result === 'failed') return;
  }
}
