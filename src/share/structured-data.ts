/** Structured data in the vocabulary of schema.org, from the plan alone. */
import { dataFiles, fileNames } from '#export/files.ts';
import type { Plan } from '#model/plan.ts';
import { homeLink, pageAt, trailOf } from '#routes.ts';
import { endOf } from '#model/fiscal-year.ts';
import { t } from '#strings.ts';
import { absolute, urls } from '#urls.ts';

/** Of JSON-LD. The tests hold what stands in it. */
type Thing = Record<string, unknown>;

interface Page {
  title: string;
  /** Its name in the breadcrumb, if not the title. */
  crumb?: string | undefined;
  description: string;
  path: string;
}

/** The graph of one page: every page its trail, the ward's page the ward, the data page the data. */
export function structuredData(
  plan: Plan,
  { title, crumb = title, description, path }: Page,
): Thing {
  const { policy, sections } = plan;
  const { fiscalYear, licence } = policy;
  const name = `${policy.city}${policy.ward}`;
  // The page of the ward as the publisher: that of its sections, else the home page.
  const wardPage = pageAt(plan, urls.sections())?.href ?? urls.home();
  const organization = { '@type': 'GovernmentOrganization', '@id': absolute(wardPage), name };
  const area = { '@type': 'AdministrativeArea', name };

  const webPage = {
    '@type': 'WebPage',
    url: absolute(path),
    name: title,
    inLanguage: 'ja',
    publisher: organization,
  };
  const breadcrumb = {
    '@type': 'BreadcrumbList',
    itemListElement: [homeLink, ...trailOf(plan, path), { href: path, text: crumb }].map(
      ({ href, text }, index) => ({
        '@type': 'ListItem',
        position: index + 1,
        name: text,
        item: absolute(href),
      }),
    ),
  };
  const ward = {
    ...organization,
    areaServed: area,
    department: sections.map((section) => ({
      '@type': 'GovernmentOrganization',
      '@id': absolute(urls.section(section)),
      name: section.name,
    })),
  };
  const dataset = {
    '@type': 'Dataset',
    '@id': absolute(urls.data()),
    name: `${name} ${policy.title}`,
    description: `${name} ${policy.title}${t.separator}${description}`,
    inLanguage: 'ja',
    temporalCoverage: `${String(fiscalYear.start)}-04-01/${String(endOf(fiscalYear))}-03-31`,
    spatialCoverage: area,
    ...(licence && { license: licence.url ?? licence.name }),
    creator: organization,
    distribution: fileNames.map((file) => ({
      '@type': 'DataDownload',
      name: file,
      contentUrl: absolute(urls.dataFile(file)),
      encodingFormat: dataFiles[file].type.split(';')[0] ?? '',
    })),
  };
  return {
    '@context': 'https://schema.org',
    '@graph': [
      webPage,
      ...(path === urls.home() ? [] : [breadcrumb]),
      ...(path === wardPage ? [ward] : []),
      ...(path === urls.data() ? [dataset] : []),
    ],
  };
}

/** Escaped for a script element: no tag in it can end the element. */
export const scriptText = (data: Thing): string => JSON.stringify(data).replaceAll('<', '\\u003c');
