import { is, object, type Schema } from '../api/parsing.js';
import { isObject, maybe, maybeText, memberFields, parse, readPage } from '../api/schema.js';
import type { Page } from '../api/types.js';
import type { Logger } from '../core/logger.js';
import type { LoginGrant, ServerMember } from './types.js';

const member: Schema<ServerMember> = object({
  ...memberFields,
  lang: maybeText,
  email: maybeText,
  country: maybeText,
  customData: maybe(is(isObject)),
  createdAt: maybeText,
  lastModifiedAt: maybeText,
});

const loginGrant: Schema<LoginGrant> = object({
  accessToken: is((value): value is string => typeof value === 'string' && value !== ''),
  refreshToken: maybeText,
  streamingToken: maybeText,
});

/** Each takes the text of an answer and throws an `FfcError` `invalid-response`. */
export const readServerMember = (answer: string): ServerMember => parse(member, answer, 'a member');
export const readLoginGrant = (answer: string): LoginGrant => parse(loginGrant, answer, 'a login');
export const readMemberPage = (answer: string, logger: Logger): Page<ServerMember> =>
  readPage(member, answer, 'member', logger);
