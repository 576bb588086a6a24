import { Hono } from 'hono';
import type { Desk, DeskEnv } from './desk-context.ts';
export function wireRoutes(_desk: Desk): Hono<DeskEnv> { return new Hono<DeskEnv>(); }
