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

/** The page of the ward as the publisher: that of its sections, else the home page. */
const wardPage = (plan: Plan) => pageAt(plan, urls.sections())?.href ?? urls.home();
const wardId = (plan: Plan) => absolute(wardPage(plan));

/** The graph of one page: every page its trail, the ward's page the ward, the data page the data. */
export function structuredData(plan: Plan, page: Page): Thing {
  return {
    '@context': 'https://schema.org',
    '@graph': [
      webPage(plan, page),
      ...(page.path === urls.home() ? [] : [breadcrumb(plan, page)]),
      ...(page.path === wardPage(plan) ? [ward(plan)] : []),
      ...(page.path === urls.data() ? [dataset(plan, page)] : []),
    ],
  };
}

/** Escaped for a script element: no tag in it can end the element. */
export const scriptText = (data: Thing): string => JSON.stringify(data).replaceAll('<', '\\u003c');

function webPage(plan: Plan, { title, path }: Page): Thing {
  return {
    '@type': 'WebPage',
    url: absolute(path),
    name: title,
    inLanguage: 'ja',
    publisher: { '@type': 'GovernmentOrganization', '@id': wardId(plan), name: nameOf(plan) },
  };
}

function breadcrumb(plan: Plan, { title, crumb = title, path }: Page): Thing {
  const links = [homeLink, ...trailOf(plan, path), { href: path, text: crumb }];
  return {
    '@type': 'BreadcrumbList',
    itemListElement: links.map(({ href, text }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: text,
      item: absolute(href),
    })),
  };
}

function ward(plan: Plan): Thing {
  return {
    '@type': 'GovernmentOrganization',
    '@id': wardId(plan),
    name: nameOf(plan),
    areaServed: { '@type': 'AdministrativeArea', name: nameOf(plan) },
    department: plan.sections.map((section) => ({
      '@type': 'GovernmentOrganization',
      '@id': absolute(urls.section(section)),
      name: section.name,
    })),
  };
}

function dataset(plan: Plan, { description }: Page): Thing {
  const { title, fiscalYear } = plan.policy;
  return {
    '@type': 'Dataset',
    '@id': absolute(urls.data()),
    name: `${nameOf(plan)} ${title}`,
    description: `${nameOf(plan)} ${title}${t.separator}${description}`,
    inLanguage: 'ja',
    temporalCoverage: `${String(fiscalYear.start)}-04-01/${String(endOf(fiscalYear))}-03-31`,
    spatialCoverage: { '@type': 'AdministrativeArea', name: nameOf(plan) },
    ...(plan.policy.licence && { license: plan.policy.licence.url ?? plan.policy.licence.name }),
    creator: { '@type': 'GovernmentOrganization', '@id': wardId(plan), name: nameOf(plan) },
    distribution: fileNames.map((name) => ({
      '@type': 'DataDownload',
      name,
      contentUrl: absolute(urls.dataFile(name)),
      encodingFormat: dataFiles[name].type.split(';')[0] ?? '',
    })),
  };
}

const nameOf = ({ policy }: Plan) => `${policy.city}${policy.ward}`;
