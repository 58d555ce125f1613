import { MemberForms } from "#components/accounts/member-forms.tsx";
import { Day } from "#components/ui/day.tsx";
import type { TeamMember } from "#lib/accounts/team/queries.ts";
import { roleWords } from "#lib/accounts/team/schema.ts";

function Member({ member }: { member: TeamMember }) {
  const { id, name, email, role, since, signedIn, isViewer } = member;
  const who = name ?? email ?? "Someone without a name";
  return (
    <li className="border-b border-rule py-5">
      <p className="text-lead font-medium break-words">
        <bdi>{who}</bdi>
        {isViewer && <span className="font-normal text-quiet"> (you)</span>}
      </p>
      <p className="mt-0.5 text-small break-words text-quiet">
        {name && email && (
          <>
            <bdi>{email}</bdi>
            <br />
          </>
        )}
        <span className="text-ink">{roleWords[role].name}</span>
        {signedIn ? ", here since " : ", invited "}
        <Day iso={since} />
        {!signedIn && ", not signed in yet"}
      </p>
      <MemberForms userId={id} role={role} who={who} />
    </li>
  );
}

export function TeamList({ team }: { team: TeamMember[] }) {
  return (
    <ul className="border-t border-rule">
      {team.map((member) => (
        // Made anew when their role is another one, so that the form shows it.
        <Member key={`${member.id} ${member.role}`} member={member} />
      ))}
    </ul>
  );
}
