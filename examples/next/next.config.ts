import type { NextConfig } from 'next';

const backend = process.env['FFC_BACKEND'] ?? 'http://localhost:7800';

const config: NextConfig = {
  // Sends requests for `/ffc` to a separate backend. An app whose backend is Next has
  // `app/ffc/token/route.ts` instead: see `docs/tokens-and-backend.md`.
  rewrites: () =>
    Promise.resolve([{ source: '/ffc/:path*', destination: `${backend}/ffc/:path*` }]),
};

// Next requires a default export.
export default config;
