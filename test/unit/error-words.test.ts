import { expect } from '@open-wc/testing';
import { FfcError, type FfcErrorReason } from '../../src/core/errors.js';
import { apiErrors as en, deviceError, errors } from '../../src/locales/en.js';
import { errorWords, roomErrorWords } from '../../src/i18n/error-words.js';
import { addRoomWords, roomDictionary } from '../../src/parts/room-words.js';
import { errors as ko } from '../../src/locales/ko.js';

const failure = (reason: FfcErrorReason, retryAfterMs?: number): FfcError =>
  new FfcError({
    reason,
    stage: 'api',
    message: 'For a test.',
    ...(retryAfterMs !== undefined && { retryAfterMs }),
  });

const hour = 3_600_000;

describe('the words for a failure', () => {
  for (const reason of ['rate-limited', 'server-error'] as const) {
    it(`tell a long wait with its length: ${reason}`, () => {
      const { title, remedy } = errorWords(en, failure(reason, 24 * hour));
      expect(title).to.equal(en[reason].title);
      expect(remedy).to.equal('Try again in 24 hours.');
      expect(errorWords(ko, failure(reason, 24 * hour)).remedy).to.equal(
        '24시간 후에 다시 시도해 주세요.',
      );
    });

    it(`ask for a moment where a moment is enough: ${reason}`, () => {
      expect(errorWords(en, failure(reason, 5000)).remedy).to.equal(en[reason].remedy);
      expect(errorWords(en, failure(reason)).remedy).to.equal(en[reason].remedy);
    });
  }

  it('round a wait up to its largest unit', () => {
    const remedies = [90_000, 100 * 60_000, 3 * hour, 72 * hour].map(
      (wait) => errorWords(en, failure('rate-limited', wait)).remedy,
    );
    expect(remedies.map((remedy) => remedy?.replace(/^.* again /, ''))).to.deep.equal([
      'in 2 minutes.',
      'in 100 minutes.',
      'in 3 hours.',
      'in 3 days.',
    ]);
  });
});

describe('the words for a failure in a room', () => {
  const titleOf = (error: FfcError): string | undefined => {
    return roomErrorWords(roomDictionary.en, error)?.title;
  };
  const denied = new FfcError({
    reason: 'device-denied',
    stage: 'device',
    device: 'camera',
    message: 'For a test.',
  });

  it('come later, and are general ones if they cannot be had', () => {
    expect(titleOf(failure('network'))).to.equal(errors.network.title);
    expect(titleOf(failure('room-not-found'))).to.equal(undefined);
    expect(titleOf(denied)).to.equal(undefined);
    addRoomWords({ deviceError: () => undefined });
    expect(titleOf(failure('room-not-found'))).to.equal(errors.unknown.title);
    expect(titleOf(denied)).to.equal(errors.unknown.title);
    addRoomWords({ errors, deviceError });
    expect(titleOf(failure('room-not-found'))).to.equal(errors['room-not-found'].title);
    expect(titleOf(denied)).to.equal('Your camera is blocked');
  });

  it('name what a browser lacks: calls, or one device', () => {
    addRoomWords({ errors, deviceError });
    const init = { reason: 'device-unsupported', message: 'For a test.' } as const;
    expect(titleOf(new FfcError({ ...init, stage: 'connect' }))).to.equal(
      'Your browser doesn’t support video calls',
    );
    expect(titleOf(new FfcError({ ...init, stage: 'device', device: 'camera' }))).to.equal(
      'Your browser can’t use a camera here',
    );
  });
});
