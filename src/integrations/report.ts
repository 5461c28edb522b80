/** Prints how much the content holds, and the notices about content that can be published. */
import type { AstroIntegration } from 'astro';
import { noticesOf } from '#model/notices.ts';
import { fileNotices, readPlan } from '#reader/read.ts';
import { t } from '#strings.ts';

export const report = (): AstroIntegration => ({
  name: 'plan-report',
  hooks: {
    'astro:build:done': async () => {
      const plan = await readPlan();
      console.log(t.report.summary(plan));
      for (const notice of [...noticesOf(plan), ...(await fileNotices())])
        console.log(t.report.notice(notice));
    },
  },
});
