import type { RedisCommand } from '../../../src/server/index.js';

/** The commands and scripts that the Redis store uses, one at a time, as Redis documents them. */
export function createFakeRedis(now: () => number) {
  const keys = new Map<string, { value: string; endsAt: number }>();
  const valueOf = (key: string): string | null => {
    const entry = keys.get(key);
    if (!entry || entry.endsAt <= now()) return null;
    return entry.value;
  };
  const command: RedisCommand = async ([name, ...args]) => {
    await Promise.resolve();
    if (name === 'GET') return valueOf(args[0]!);
    if (name === 'SET') {
      const [key = '', value = '', ...flags] = args;
      if (flags.includes('NX') && valueOf(key) !== null) return null;
      keys.set(key, { value, endsAt: now() + Number(flags[flags.indexOf('PX') + 1]) });
      return 'OK';
    }
    if (name === 'EVAL') {
      const [script = '', , key = '', value = '', leaseMs] = args;
      if (valueOf(key) !== value) return 0;
      if (script.includes('PEXPIRE')) keys.set(key, { value, endsAt: now() + Number(leaseMs) });
      else keys.delete(key);
      return 1;
    }
    throw new Error(`This Redis does not know ${name}.`);
  };
  return command;
}
