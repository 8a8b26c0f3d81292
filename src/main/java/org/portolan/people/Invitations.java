package org.portolan.people;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/**
 * The invitations of a National Coordinator to officers of their administration. A link opens an
 * account once; only its hash is kept.
 */
@ApplicationScoped
public class Invitations {
  @Inject private InvitationRepository invitations;
  @Inject private PersonRepository persons;
  @Inject private PeoplePermissions permissions;
  @Inject private Directory directory;
  @Inject private Installation installation;
  @Inject private Outbox outbox;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What is to be said about each row, before anything is done. */
  @Transactional
  public List<InvitationAnswer> check(String member, List<NewOfficer> officers) {
    permissions.requireCoordinator(member);
    Lookalikes there =
        new Lookalikes(
            persons.listByMembers(Set.of(member)).stream().map(Person::summary).toList());
    Set<String> invited =
        new HashSet<>(
            invitations.invited(
                member,
                officers.stream().map(officer -> officer.address().text()).distinct().toList(),
                clock.instant()));
    Set<String> seen = new HashSet<>();
    List<InvitationAnswer> answers = new ArrayList<>();
    for (NewOfficer officer : officers) {
      Map<String, String> problems = new LinkedHashMap<>(officer.problems());
      if (!problems.containsKey("email")) {
        String address = officer.address().text();
        if (!seen.add(address)) {
          problems.put("email", "twice");
        } else if (invited.contains(address)) {
          problems.put("email", "invited");
        }
      }
      List<Lookalike> lookalikes =
          problems.isEmpty() ? there.of(officer.name(), officer.address()) : List.of();
      if (lookalikes.stream().anyMatch(each -> each.why() == Likeness.ADDRESS)) {
        problems.put("email", "known");
      }
      answers.add(
          new InvitationAnswer(answers.size() + 1, officer, Map.copyOf(problems), lookalikes));
    }
    return answers;
  }

  /**
   * Invites the good rows, and those doubtful ones of which the coordinator says that they are
   * somebody else.
   *
   * @return how many were invited
   */
  @Transactional
  public int invite(String member, List<NewOfficer> officers, Set<Integer> somebodyElse) {
    int invited = 0;
    for (InvitationAnswer answer : check(member, officers)) {
      if (answer.good() || answer.doubtful() && somebodyElse.contains(answer.row())) {
        invite(member, answer.officer());
        invited++;
      }
    }
    return invited;
  }

  /**
   * Invites one of whom has been found out what there is to know.
   *
   * @return the number of the invitation
   */
  long invite(String member, NewOfficer officer) {
    Invitation invitation = new Invitation(member, officer, me.id(), clock.instant());
    invitations.add(invitation);
    send(invitation);
    audit
        .entry("invitation.sent", "invitation", invitation.id())
        .scope(Scope.member(member))
        .write();
    return invitation.id();
  }

  /** A new link by a new letter; the one before opens nothing any more. */
  @Transactional
  public void sendAgain(long id) {
    Invitation invitation = pending(id);
    takeBackLetter(invitation);
    send(invitation);
    audit
        .entry("invitation.sent", "invitation", id)
        .scope(Scope.member(invitation.memberCode()))
        .write();
  }

  @Transactional
  public void withdraw(long id) {
    Invitation invitation = pending(id);
    takeBackLetter(invitation);
    invitation.withdraw();
    audit
        .entry("invitation.withdrawn", "invitation", id)
        .scope(Scope.member(invitation.memberCode()))
        .write();
  }

  private Invitation pending(long id) {
    me.require();
    return invitations
        .lock(id)
        .filter(invitation -> permissions.coordinates(invitation.memberCode()))
        .filter(invitation -> invitation.pending(clock.instant()))
        .orElseThrow(() -> new NotFound("invitation"));
  }

  private void takeBackLetter(Invitation invitation) {
    if (invitation.letterId() != null) {
      outbox.takeBack(invitation.letterId());
    }
  }

  /**
   * Somebody who has an account in another administration gets a letter that says how to change,
   * and the coordinator learns nothing about it.
   */
  private void send(Invitation invitation) {
    Instant now = clock.instant();
    Language language = Language.of(invitation.language()).orElse(Language.EN);
    String administration =
        directory
            .findMember(invitation.memberCode())
            .map(member -> member.name().in(language))
            .orElse(invitation.memberCode());
    Optional<Person> known = person(invitation.email());
    if (known.isPresent()) {
      Letter letter =
          Letter.of("people.letter.known", invitation.email().text(), language)
              .person(known.get().id())
              .subject(administration)
              .greeting(invitation.name())
              .paragraph("people.letter.known.body", administration)
              .link("people.letter.known.open", installation.baseUrl() + "/account/administration");
      invitation.sentWith(null, outbox.post(letter), now);
      return;
    }
    Token token = Token.random("");
    Letter letter =
        Letter.of("people.letter.invitation", invitation.email().text(), language)
            .subject(administration)
            .greeting(invitation.name())
            .paragraph("people.letter.invitation.body", administration)
            .link(
                "people.letter.invitation.open",
                installation.baseUrl() + "/account/invitation?token=" + token.secret())
            .paragraph("people.letter.invitation.until", Invitation.LIFE.toDays())
            .paragraph("people.letter.unasked")
            .secretUntil(now.plus(Invitation.LIFE));
    invitation.sentWith(token.hash(), outbox.post(letter), now);
  }

  private Optional<Person> person(EmailAddress email) {
    return persons.findByEmail(email.text()).filter(person -> person.email().equals(email));
  }

  /** What waits in the administrations of the person who asks. */
  @Transactional
  public List<InvitationSummary> pending() {
    Set<String> members = permissions.coordinated();
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return invitations.listPending(members).stream()
        .map(invitation -> invitation.summary(clock.instant()))
        .collect(Collectors.toList());
  }

  /** The invitation behind a link; empty when it was used, withdrawn or is too old. */
  @Transactional
  public Optional<OpenInvitation> find(String token) {
    return token == null
        ? Optional.empty()
        : invitations
            .findByToken(Token.sha256(token))
            .filter(invitation -> invitation.state(clock.instant()) == InvitationState.OPEN)
            .map(Invitation::open);
  }

  /**
   * Makes the account of an invitation, once; empty when the link opens nothing any more. The one
   * who calls gives it a password in the same transaction.
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public Optional<Long> accept(
      String token, String given, String family, String post, Language language) {
    Optional<Invitation> open =
        invitations
            .lockByToken(Token.sha256(token))
            .filter(invitation -> invitation.state(clock.instant()) == InvitationState.OPEN)
            .filter(invitation -> person(invitation.email()).isEmpty());
    return open.map(
        invitation -> {
          Person person =
              Person.officer(
                  given.strip(),
                  family.strip(),
                  invitation.email(),
                  invitation.memberCode(),
                  language.code(),
                  post.strip());
          long id = persons.add(person);
          invitation.accept(id);
          audit
              .entry("person.joined", "person", id)
              .scope(Scope.member(invitation.memberCode()))
              .personal(id, "email", null, invitation.email().text())
              .personal(id, "name", null, given.strip() + " " + family.strip())
              .by(id)
              .write();
          return id;
        });
  }
}
