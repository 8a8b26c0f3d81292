package org.portolan.people;

import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.RejectedExecutionException;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;
import org.portolan.platform.audit.AuditTrail;
import org.portolan.platform.mail.LetterThrottle;
import org.portolan.platform.security.CurrentPerson;
import org.portolan.platform.security.NotAllowed;
import org.portolan.platform.security.Scope;
import org.portolan.platform.security.Token;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;

/**
 * Officers asking for accounts, and those who decide for their Member answering. What a visitor is
 * answered, and how soon, says nothing about who has an account: the letter is written afterwards.
 */
@ApplicationScoped
public class AccountRequests {
  /** Longest reason of a refusal. */
  public static final int LONGEST_ANSWER = 500;

  private static final Logger LOG = Logger.getLogger(AccountRequests.class.getName());

  @Resource private ManagedExecutorService executor;
  @Inject private AccountRequestRepository requests;
  @Inject private RequestLetters letters;
  @Inject private LetterThrottle throttle;
  @Inject private Invitations invitations;
  @Inject private PersonRepository persons;
  @Inject private PeoplePermissions permissions;
  @Inject private MailDomains domains;
  @Inject private Directory directory;
  @Inject private AuditTrail audit;
  @Inject private CurrentPerson me;
  @Inject private Clock clock;

  /** What is wrong with a request: kinds of trouble by field. */
  public Map<String, String> problems(WantedAccount wanted) {
    Map<String, String> problems = new LinkedHashMap<>();
    if (directory.findMember(wanted.member()).isEmpty()) {
      problems.put("member", wanted.member().isEmpty() ? "missing" : "choice");
    }
    problems.putAll(wanted.problems());
    return problems;
  }

  /**
   * Asks, with nothing wrong about it.
   *
   * @param network address from which somebody asks
   * @return false when there were too many tries from there
   */
  public boolean ask(WantedAccount wanted, String network) {
    if (!problems(wanted).isEmpty()) {
      throw new IllegalArgumentException("something is wrong with the request");
    }
    if (!throttle.admits(network)) {
      return false;
    }
    if (throttle.spares(wanted.officer().address().text())) {
      return true;
    }
    try {
      executor.submit(() -> write(wanted));
    } catch (RejectedExecutionException e) {
      LOG.log(Level.WARNING, "No letter about a request could be written", e);
    }
    return true;
  }

  private void write(WantedAccount wanted) {
    try {
      letters.write(wanted);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "No letter about a request could be written", e);
    }
  }

  /** What a link confirms; empty when it confirms nothing any more. Looking changes nothing. */
  @Transactional
  public Optional<WantedAccount> find(String token) {
    return token == null
        ? Optional.empty()
        : requests
            .findByToken(Token.sha256(token))
            .filter(request -> request.confirmableAt(clock.instant()))
            .map(AccountRequest::wanted);
  }

  public boolean confirm(String token) {
    return letters.confirm(token);
  }

  private Set<String> members() {
    Set<String> members = permissions.coordinated();
    if (members.isEmpty()) {
      throw new NotAllowed();
    }
    return members;
  }

  /** How many wait for the one who asks. */
  @Transactional
  public long count() {
    return requests.countWaiting(members());
  }

  /** What waits for the one who asks: in three statements, however many there are. */
  @Transactional
  public List<WaitingRequest> waiting() {
    List<AccountRequest> waiting = requests.listWaiting(members());
    if (waiting.isEmpty()) {
      return List.of();
    }
    Set<String> asked =
        waiting.stream().map(AccountRequest::memberCode).collect(Collectors.toSet());
    Map<String, List<PersonSummary>> people =
        persons.listByMembers(asked).stream()
            .map(Person::summary)
            .collect(Collectors.groupingBy(PersonSummary::memberCode));
    Map<String, KnownDomains> known = KnownDomains.of(asked, domains.of(asked), people);
    Map<String, Lookalikes> there =
        asked.stream()
            .collect(
                Collectors.toMap(
                    member -> member,
                    member -> new Lookalikes(people.getOrDefault(member, List.of()))));
    return waiting.stream()
        .map(
            request -> {
              NewOfficer officer = request.officer();
              return new WaitingRequest(
                  request.id(),
                  request.wanted(),
                  request.confirmedAt(),
                  known.get(request.memberCode()).strange(officer.address()),
                  there.get(request.memberCode()).of(officer.name(), officer.address()));
            })
        .toList();
  }

  /**
   * Invites whoever asked, as any officer is invited.
   *
   * @param somebodyElse whether the coordinator says that lookalikes are other people
   * @return what stands against it, as a kind of trouble; empty when it was done
   * @throws NotFound when somebody decided meanwhile
   */
  @Transactional
  public Optional<String> invite(long id, boolean somebodyElse) {
    AccountRequest request = lock(id);
    InvitationAnswer answer =
        invitations.check(request.memberCode(), List.of(request.officer())).get(0);
    if (!answer.problems().isEmpty()) {
      return Optional.of(answer.problems().values().iterator().next());
    }
    if (answer.doubtful() && !somebodyElse) {
      return Optional.of("doubt");
    }
    invitations.invite(request.memberCode(), request.officer());
    request.invited(me.id(), clock.instant());
    audit.entry("request.invited", "request", id).scope(Scope.member(request.memberCode())).write();
    return Optional.empty();
  }

  /**
   * Refuses, with a reason that goes to whoever asked.
   *
   * @throws NotFound when somebody decided meanwhile
   */
  @Transactional
  public void refuse(long id, String why) {
    String words = why == null ? "" : why.strip();
    if (words.isEmpty() || words.length() > LONGEST_ANSWER) {
      throw new IllegalArgumentException("a reason has 1 to " + LONGEST_ANSWER + " characters");
    }
    AccountRequest request = lock(id);
    request.refuse(words, me.id(), clock.instant());
    letters.refuse(request, words);
    audit.entry("request.refused", "request", id).scope(Scope.member(request.memberCode())).write();
  }

  private AccountRequest lock(long id) {
    me.require();
    return requests
        .lock(id)
        .filter(request -> permissions.coordinates(request.memberCode()))
        .filter(AccountRequest::waits)
        .orElseThrow(() -> new NotFound("request " + id));
  }
}
