import { expect } from '@open-wc/testing';
import { hasLocalMedia, isInCall, isJoining, isOver } from '../../../src/state/phase.js';
import type { RoomState } from '../../../src/state/types.js';

const states: readonly RoomState[] = [
  'idle',
  'loading',
  'password',
  'prejoin',
  'connecting',
  'connected',
  'reconnecting',
  'left',
  'ended',
  'removed',
  'failed',
];

describe('phase', () => {
  it('is in the call while connected, and while the connection is restored', () => {
    expect(states.filter(isInCall)).to.deep.equal(['connected', 'reconnecting']);
  });

  it('counts a failure to the call from when it is being connected', () => {
    expect(states.filter(isJoining)).to.deep.equal(['connecting', 'connected', 'reconnecting']);
  });

  it('has microphone and camera in the preview and in the call', () => {
    expect(states.filter(hasLocalMedia)).to.deep.equal(['prejoin', 'connected', 'reconnecting']);
  });

  it('is over when only opening the room again leads on', () => {
    expect(states.filter(isOver)).to.deep.equal(['left', 'ended', 'removed', 'failed']);
  });
});
