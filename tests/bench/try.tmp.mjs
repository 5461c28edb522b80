import { chromium } from '@playwright/test'; import { serve } from './server.ts'; import { launchOptions } from '../browser.ts'; import { ask } from './browser-side.ts';
const s=await serve('dist',new Map()); const b=await chromium.launch(launchOptions()); const page=await (await b.newContext({locale:'ja-JP'})).newPage();
page.on('console',m=>{ if(m.type()!=='log') console.log('CONSOLE',m.type(),m.text().slice(0,300)); }); page.on('pageerror',e=>console.log('ERR',e.message)); page.on('requestfailed',r=>console.log('FAILED',r.url()));
await page.goto(s.origin+'/search/'); 
const qs=process.argv.slice(2); 
for (const q of qs) { const t=Date.now(); const [a]=await ask(page,[q]); console.log(q, a.length, (Date.now()-t)+'ms', a.slice(0,6).join(' ')); const failed=await page.locator('[data-part=failed]').isVisible(); if(failed) console.log('   FAILED shown'); }
await b.close(); s.close();
