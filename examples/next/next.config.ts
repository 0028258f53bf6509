import type { NextConfig } from 'next';

const backend = process.env['FFC_BACKEND'] ?? 'http://localhost:7800';

const config: NextConfig = {
  // In place of `app/ffc/token/route.ts` with `createTokenEndpoint()`, as README has it.
  rewrites: () =>
    Promise.resolve([{ source: '/ffc/:path*', destination: `${backend}/ffc/:path*` }]),
};

// Next asks for a default export.
export default config;
