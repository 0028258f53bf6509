import { svelte } from '@sveltejs/vite-plugin-svelte';
import { defineConfig } from 'vite';

export default defineConfig({
  plugins: [svelte()],
  // What your backend answers, while you develop.
  server: { proxy: { '/ffc': process.env['FFC_BACKEND'] ?? 'http://localhost:7800' } },
});
