import { Page } from "#components/layout/page.tsx";
export const dynamicParams = true;
export function generateStaticParams() { return []; }
export default async function Feed() { return <Page current="stories"><h1>Soon</h1></Page>; }
