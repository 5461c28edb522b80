/** The addresses of the editor. */
import type { Route } from './app.ts';
import { address } from './address-route.ts';
import { changes } from './changes-route.ts';
import { edit } from './edit-route.ts';
import { home, order } from './home.ts';
import { move } from './move-route.ts';
import { create } from './new-route.ts';
import { remove } from './remove-route.ts';
import { undo } from './undo.ts';

export const routes: Readonly<Record<string, Route>> = {
  '/': home,
  '/edit': edit,
  '/new': create,
  '/address': address,
  '/move': move,
  '/remove': remove,
  '/changes': changes,
  '/order': order,
  '/undo': undo,
};
