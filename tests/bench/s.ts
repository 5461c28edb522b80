import { openGround } from './search-ground.ts';
import { scale } from './search-scale.ts';
const ground = await openGround('dist');
try {
  await scale(ground, 'dist');
} finally {
  await ground.close();
}
