/** A constant of the service, made readable: this also serves those that it invents later. */
export const readable = (constant: string): string =>
  constant.charAt(0) + constant.slice(1).toLowerCase().replaceAll('_', ' ');
