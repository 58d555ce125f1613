import { expect, test } from "vitest";
import { isListAddress, plainHashtagAddress } from "#server/list-addresses.ts";

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
  "/roles",
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

test.each([
  ["/hashtags/NightShift", "/hashtags/nightshift"],
  [`/hashtags/NightShift/older/${place}`, `/hashtags/nightshift/older/${place}`],
  ["/hashtags/N%C3%84CHTE", "/hashtags/n%C3%A4chte"],
  ["/hashtags/na%CC%88chte", "/hashtags/n%C3%A4chte"],
])("%s leads to %s", (path, plain) => {
  expect(plainHashtagAddress(path)).toBe(plain);
});

test.each([
  "/hashtags/nightshift",
  "/hashtags/A-B",
  "/hashtags/A%2FB",
  "/hashtags/NightShift/feed.xml",
  "/hashtags",
  "/roles/Nurse",
  "/stories/NightShift",
])("%s leads nowhere else", (path) => {
  expect(plainHashtagAddress(path)).toBeNull();
});
