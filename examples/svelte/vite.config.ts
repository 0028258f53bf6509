import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // Sends requests for `/ffc` to your backend during development.
  server: { proxy: { '/ffc': process.env['FFC_BACKEND'] ?? 'http://localhost:7800' } },
});
