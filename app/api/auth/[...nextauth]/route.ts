import type { NextRequest } from "next/server";
import { askNextAuth } from "#lib/accounts/auth.ts";
import { handleAuthRequest } from "#lib/accounts/auth-requests.ts";

async function handle(request: NextRequest, { params }: RouteContext<"/api/auth/[...nextauth]">) {
  const { nextauth } = await params;
  return handleAuthRequest(request, { path: nextauth, ask: askNextAuth });
}

export { handle as GET, handle as POST };
