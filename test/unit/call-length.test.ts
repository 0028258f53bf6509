import { expect } from '@open-wc/testing';
import { callLength } from '../../src/elements/room/call-length.js';

const minute = 60_000;

describe('the length of a call', () => {
  it('is in seconds, minutes, or hours and minutes', () => {
    expect(callLength(40_900, 'en')).to.equal('40 sec');
    expect(callLength(24 * minute, 'en')).to.equal('24 min');
    expect(callLength(65 * minute, 'en')).to.equal('1 hr 5 min');
    expect(callLength(120 * minute, 'en')).to.equal('2 hr');
  });

  it('is in the language of the words', () => {
    expect(callLength(24 * minute, 'ko')).to.equal('24분');
  });
});
