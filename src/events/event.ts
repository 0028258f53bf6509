/**
 * What all events of this package have in common: they bubble, cross shadow boundaries, and
 * carry their facts as fields. Only requests can be cancelled.
 */
export abstract class FfcEvent extends Event {
  constructor(type: string, { cancelable = false }: { cancelable?: boolean } = {}) {
    super(type, { bubbles: true, composed: true, cancelable });
  }
}
