import { MemberForms } from "#components/accounts/member-forms.tsx";
import { Day } from "#components/ui/day.tsx";
import type { TeamMember } from "#lib/accounts/team/queries.ts";
import { roleWords } from "#lib/accounts/team/schema.ts";
import * as accounts from "#lib/generated/messages/accounts.ts";

function Member({ member }: { member: TeamMember }) {
  const { id, name, email, role, since, signedIn, isViewer } = member;
  const who = name ?? email ?? accounts.nameless();
  return (
    <li className="border-b border-rule py-5">
      <p className="text-lead font-medium break-words">
        <bdi>{who}</bdi>
        {isViewer && <span className="font-normal text-quiet"> {accounts.you()}</span>}
      </p>
      <p className="mt-0.5 text-small break-words text-quiet">
        {name && email && (
          <>
            <bdi>{email}</bdi>
            <br />
          </>
        )}
        {(signedIn ? accounts.memberSince : accounts.memberInvited)({
          name: roleWords[role].name(),
          role: (name) => <span className="text-ink">{name}</span>,
          day: () => <Day iso={since} />,
        })}
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
