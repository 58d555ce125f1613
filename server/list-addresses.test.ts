import { expect, test } from "vitest";
import { isListAddress } from "#server/list-addresses.ts";

const place = "mabcdefg-Ab3dEf6hIj9k";

test.each([
  "/themes/roles-reversed",
  `/themes/roles-reversed/older/${place}`,
  "/calls/nights",
  "/themes/roles-reversed/feed.xml",
  "/themes/roles-reversed/feed.json",
  "/calls/nights/feed.xml",
  "/calls/nights/feed.json",
  "/hashtags/nightshift",
  "/hashtags/n%C3%A4chte",
  `/hashtags/nightshift/older/${place}`,
  "/roles/nurse",
  "/hearted",
  "/hearted/week",
  `/hearted/older/2s.${place}`,
  `/hearted/week/older/1.${place}`,
])("%s can be a list's", (path) => {
  expect(isListAddress(path.slice(1).split("/"))).toBe(true);
});

test.each([
  "/themes",
  "/themes/Roles",
  "/themes/a/b",
  "/themes/a/older",
  "/themes/a/older/x",
  `/themes/a/older/${place}/x`,
  "/themes/a/feed",
  "/themes/a/feed.xml/more",
  "/themes/a/older/feed.xml",
  "/themes/feed.xml",
  "/roles/nurse/feed.xml",
  "/hearted/feed.json",
  "/hashtags/NightShift",
  "/hashtags/123",
  "/hashtags/a-b",
  "/hashtags/a%2Fb",
  `/hashtags/${"a".repeat(101)}`,
  "/roles/astronaut",
  "/hearted/month",
  "/hearted/week/week",
  `/hearted/older/${place}`,
  `/hearted/older/zzzzzz.${place}`,
  "/constructor/a",
])("%s can't", (path) => {
  expect(isListAddress(path.slice(1).split("/"))).toBe(false);
});
