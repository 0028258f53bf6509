import { expect } from '@open-wc/testing';
import { ConnectionError, DisconnectReason, PublishTrackError } from 'livekit-client';
import { disconnectReason } from '../../../src/rtc/livekit/call-errors.js';
import { connectError } from '../../../src/rtc/livekit/connect-error.js';
import { deviceError, isBusy, publishError } from '../../../src/rtc/livekit/errors.js';
import { isPickerClosed } from '../../../src/rtc/livekit/screen-capture.js';

describe('the reasons of LiveKit and the browser', () => {
  const token = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJhbm4ifQ.c2VjcmV0';

  for (const [thrown, reason, retryable] of [
    [ConnectionError.notAllowed('no', 401), 'media-token-rejected', true],
    [ConnectionError.notAllowed('requested room does not exist', 404), 'room-not-found', false],
    [ConnectionError.timeout('slow'), 'timeout', true],
    [ConnectionError.cancelled('stop'), 'aborted', false],
    [ConnectionError.serverUnreachable('nobody'), 'media-server-unreachable', true],
    [
      ConnectionError.internal('could not establish pc connection'),
      'media-server-unreachable',
      true,
    ],
    [ConnectionError.leaveRequest('', DisconnectReason.ROOM_DELETED), 'room-ended', false],
    [
      ConnectionError.leaveRequest('', DisconnectReason.SERVER_SHUTDOWN),
      'media-server-unreachable',
      true,
    ],
    [new TypeError('whatever'), 'media-server-unreachable', true],
  ] as const) {
    it(`maps ${thrown.name} "${thrown.message}" to ${reason}`, () => {
      expect(connectError(thrown, token)).to.include({ reason, retryable, stage: 'connect' });
    });
  }

  it('keeps the server’s text, without the token that it repeats', () => {
    const said = ConnectionError.notAllowed(`invalid token: ${token}, error: expired`, 401);
    const error = connectError(said, token);
    const cause = error.cause as Error;
    expect(cause.message).to.equal('invalid token: <token>, error: expired');
    const everything = [error.message, error.stack, cause.name, cause.message, cause.stack];
    expect(everything.join('\n')).not.to.include(token);
    expect(error.status).to.equal(401);
  });

  for (const [name, reason] of [
    ['NotAllowedError', 'device-denied'],
    ['NotFoundError', 'device-not-found'],
    ['OverconstrainedError', 'device-not-found'],
    ['NotReadableError', 'device-in-use'],
    ['NotSupportedError', 'device-unsupported'],
    ['InvalidStateError', 'device-failed'],
  ] as const) {
    it(`maps ${name} of a device to ${reason}`, () => {
      const thrown = new DOMException('', name);
      expect(deviceError(thrown, 'microphone')).to.include({
        reason,
        stage: 'device',
        device: 'microphone',
        cause: thrown,
      });
      expect(isBusy(thrown)).to.equal(reason === 'device-in-use');
    });
  }

  it('knows errors of browsers that are no instances of Error', () => {
    const thrown = { name: 'OverconstrainedError', message: '', constraint: 'deviceId' };
    expect(deviceError(thrown, 'camera').reason).to.equal('device-not-found');
  });

  it('tells a page that forbids a device from a person who does', () => {
    const message = 'Access to the feature "display-capture" is disallowed by permissions policy.';
    const byPolicy = deviceError(new DOMException(message, 'NotAllowedError'), 'screen');
    expect(byPolicy).to.include({ reason: 'device-blocked-by-page', retryable: false });

    const refused = new DOMException('Permission denied', 'NotAllowedError');
    const allowsFeature = (feature: string): boolean => feature !== 'camera';
    Object.defineProperty(document, 'permissionsPolicy', {
      value: { allowsFeature },
      configurable: true,
    });
    try {
      expect(deviceError(refused, 'camera').reason).to.equal('device-blocked-by-page');
      expect(deviceError(refused, 'camera').message).to.include('allow="camera"');
      expect(deviceError(refused, 'microphone').reason).to.equal('device-denied');
      const busy = new DOMException('', 'NotReadableError');
      expect(deviceError(busy, 'camera').reason).to.equal('device-in-use');
    } finally {
      Reflect.deleteProperty(document, 'permissionsPolicy');
    }
  });

  it('does not wrap its own errors again', () => {
    const error = deviceError(new DOMException('', 'NotFoundError'), 'camera');
    expect(deviceError(error, 'camera')).to.equal(error);
  });

  it('knows a closed picker from a share that is forbidden', () => {
    const refused = (message: string) =>
      isPickerClosed(new DOMException(message, 'NotAllowedError'));
    expect(refused('Permission denied')).to.equal(true);
    expect(refused('Permission denied by system')).to.equal(false);
    expect(refused('Access is disallowed by permissions policy.')).to.equal(false);
    expect(isPickerClosed(new DOMException('', 'NotReadableError'))).to.equal(false);
  });

  it('says whether publishing may work the next time', () => {
    expect(publishError(new PublishTrackError('', 403), 'camera')).to.include({
      reason: 'publish-forbidden',
      status: 403,
      retryable: false,
    });
    expect(publishError(new Error('slow'), 'camera').retryable).to.equal(true);
  });

  for (const [server, reason] of [
    [DisconnectReason.CLIENT_INITIATED, 'client'],
    [DisconnectReason.DUPLICATE_IDENTITY, 'duplicate-identity'],
    [DisconnectReason.PARTICIPANT_REMOVED, 'removed'],
    [DisconnectReason.ROOM_DELETED, 'room-ended'],
    [DisconnectReason.ROOM_CLOSED, 'room-ended'],
    [DisconnectReason.SERVER_SHUTDOWN, 'connection-lost'],
    [undefined, 'connection-lost'],
  ] as const) {
    it(`maps ${server === undefined ? 'no reason' : DisconnectReason[server]} to ${reason}`, () => {
      expect(disconnectReason(server)).to.equal(reason);
    });
  }
});
