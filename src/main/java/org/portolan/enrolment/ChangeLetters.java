package org.portolan.enrolment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.portolan.approval.Approver;
import org.portolan.approval.Ask;
import org.portolan.approval.Change;
import org.portolan.approval.Difference;
import org.portolan.enrolment.Reconsideration.Question;
import org.portolan.office.Mandates;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.config.Installation;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.mail.Letter;
import org.portolan.platform.mail.Outbox;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;

/**
 * The letters that tell of changes after consent: to those who are asked again what is another than
 * they agreed to, to the applicants what became of their session or their seat. However many they
 * are, people, sessions and letters take one statement each.
 */
@ApplicationScoped
class ChangeLetters {
  /** A late answer is still an answer, until the session begins. */
  private static final Duration OPEN_AFTER_DUE = Duration.ofDays(30);

  @Inject private AnswerLinks links;
  @Inject private ApplicationRows rows;
  @Inject private Mandates mandates;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private DifferenceWords words;
  @Inject private Outbox outbox;
  @Inject private Installation installation;

  /** A session in the languages of those who read of it. */
  private final class Sessions {
    private final long number;
    private final Map<Language, OfferedSession> known = new EnumMap<>(Language.class);

    Sessions(long number) {
      this.number = number;
    }

    OfferedSession in(Language language) {
      return known.computeIfAbsent(language, each -> rows.session(number, each).orElseThrow());
    }
  }

  /**
   * Those who decide, and what is another than they agreed to.
   *
   * @param applicant whose words are in it, so that it is forgotten with them; null where it tells
   *     of the session alone
   */
  private record Told(Role role, Scope scope, List<Difference> differences, Long applicant) {
    static Told of(Whom whom, Question question) {
      boolean words = question.differences().stream().anyMatch(each -> !each.what().ofSession());
      return new Told(
          whom.role(),
          whom.scope(),
          question.differences(),
          words ? question.application().personId() : null);
    }
  }

  /** Asks the supervisors by a link, and tells the others that there is something to answer. */
  @Transactional(Transactional.TxType.MANDATORY)
  void ask(long sessionId, List<Question> questions) {
    if (!questions.isEmpty()) {
      Sessions session = new Sessions(sessionId);
      List<Letter> letters = new ArrayList<>(supervisors(session, questions));
      letters.addAll(deciders(session, questions));
      outbox.postAll(letters);
    }
  }

  /** The same, and tells all applicants what its centre changed of their session. */
  @Transactional(Transactional.TxType.MANDATORY)
  void sessionChanged(
      long sessionId,
      Collection<Application> applications,
      List<Difference> changes,
      List<Question> questions) {
    Sessions session = new Sessions(sessionId);
    List<Letter> letters = new ArrayList<>(supervisors(session, questions));
    letters.addAll(deciders(session, questions));
    toApplicants(
        applications, (each, reader) -> letters.add(changed(each, reader, session, changes)));
    outbox.postAll(letters);
  }

  /** Tells all who applied that their session does not take place. */
  @Transactional(Transactional.TxType.MANDATORY)
  void sessionCancelled(long sessionId, Collection<Application> applications) {
    Sessions session = new Sessions(sessionId);
    List<Letter> letters = new ArrayList<>();
    toApplicants(
        applications,
        (application, reader) -> {
          Language language = language(reader);
          OfferedSession it = session.in(language);
          letters.add(
              letter("enrolment.letter.session-cancelled", reader)
                  .subject(it.title())
                  .paragraph(
                      "enrolment.letter.session-cancelled.body",
                      it.title(),
                      it.centre(),
                      days(it, language))
                  .link("enrolment.letter.session-cancelled.open", page(application)));
        });
    outbox.postAll(letters);
  }

  /**
   * Tells all who applied that their session takes place after all and how they stand, and asks
   * again whoever was being asked again.
   *
   * @param lapsed whose offers ended while it was cancelled
   */
  @Transactional(Transactional.TxType.MANDATORY)
  void sessionRestored(
      long sessionId,
      Collection<Application> standing,
      Collection<Application> lapsed,
      List<Question> questions) {
    Sessions session = new Sessions(sessionId);
    List<Letter> letters = new ArrayList<>(supervisors(session, questions));
    letters.addAll(deciders(session, questions));
    toApplicants(
        Stream.concat(standing.stream(), lapsed.stream()).toList(),
        (application, reader) -> letters.add(restored(application, reader, session)));
    outbox.postAll(letters);
  }

  private Letter restored(Application application, PersonSummary reader, Sessions sessions) {
    Language language = language(reader);
    OfferedSession session = sessions.in(language);
    String kind = "enrolment.letter.session-restored";
    Letter letter =
        letter(kind, reader)
            .subject(session.title())
            .paragraph(kind + ".body", session.title(), session.centre(), days(session, language))
            .paragraph(kind + "." + application.state().code());
    if (application.state() != ApplicationState.LAPSED) {
      letter.paragraph(kind + ".leave");
    }
    return letter.link(kind + ".open", page(application));
  }

  private void toApplicants(
      Collection<Application> applications, BiConsumer<Application, PersonSummary> each) {
    Map<Long, PersonSummary> readers =
        people.byIds(applications.stream().map(Application::personId).toList());
    for (Application application : applications) {
      PersonSummary reader = readers.get(application.personId());
      if (reader != null && Letter.reachable(reader.email())) {
        each.accept(application, reader);
      }
    }
  }

  /** Somebody who was asked again no longer agrees: the applicant lost what came of it. */
  @Transactional(Transactional.TxType.MANDATORY)
  void lost(Application application, Approver by) {
    application.told();
    PersonSummary reader = people.find(application.personId()).orElse(null);
    if (reader == null || !Letter.reachable(reader.email())) {
      return;
    }
    Language language = language(reader);
    OfferedSession session = new Sessions(application.sessionId()).in(language);
    String kind =
        application.movedFrom() == ApplicationState.QUEUED
            ? "enrolment.letter.no-longer-listed"
            : "enrolment.letter.no-longer";
    // the reason stays with the application: it may have to be forgotten
    outbox.post(
        letter(kind, reader)
            .subject(session.title())
            .paragraph(
                "enrolment.letter.no-longer.body",
                session.title(),
                session.centre(),
                days(session, language),
                Texts.text(language, "enrolment.approver." + by.code()))
            .link("enrolment.letter.no-longer.open", page(application)));
  }

  private Letter changed(
      Application application, PersonSummary reader, Sessions sessions, List<Difference> changes) {
    Language language = language(reader);
    OfferedSession session = sessions.in(language);
    Letter letter =
        letter("enrolment.letter.session-changed", reader)
            .subject(session.title())
            .paragraph("enrolment.letter.session-changed.body", session.title(), session.centre());
    differences(letter, changes, language);
    if (application.askedAgain()) {
      letter.paragraph(
          "enrolment.letter.session-changed.again",
          application.word().again().asked().stream()
              .map(each -> Texts.text(language, "enrolment.approver." + each.code()))
              .collect(Collectors.joining(language == Language.AR ? "، " : ", ")));
    }
    return letter
        .paragraph("enrolment.letter.session-changed.leave")
        .link("enrolment.letter.session-changed.open", page(application));
  }

  private List<Letter> supervisors(Sessions sessions, List<Question> questions) {
    List<Question> asked =
        questions.stream()
            .filter(each -> each.approver() == Approver.SUPERVISOR)
            .filter(each -> each.application().supervisor().filter(Supervisor::known).isPresent())
            .toList();
    Map<Long, PersonSummary> officers =
        people.byIds(asked.stream().map(each -> each.application().personId()).toList());
    List<Letter> letters = new ArrayList<>();
    for (Question each : asked) {
      Application application = each.application();
      Supervisor supervisor = application.supervisor().orElseThrow();
      PersonSummary officer = officers.get(application.personId());
      Language language = language(officer);
      OfferedSession session = sessions.in(language);
      Instant due = application.asked().orElseThrow().due();
      Instant latest = due.plus(OPEN_AFTER_DUE);
      Instant expires = latest.isBefore(session.startsAt()) ? latest : session.startsAt();
      boolean another = Difference.any(Change.SUPERVISOR, each.differences());
      String kind = "enrolment.letter." + (another ? "supervisor" : "supervisor-again");
      Letter letter =
          Letter.of(kind, supervisor.email(), language)
              .person(officer.id())
              .greeting(supervisor.name())
              .subject(officer.name())
              .paragraph(
                  kind + ".body",
                  officer.name(),
                  session.title(),
                  session.centre(),
                  days(session, language));
      List<Difference> differences = Difference.without(Change.SUPERVISOR, each.differences());
      if (another) {
        letter.quote(application.motivation()).paragraph("enrolment.supervisor.another-before");
      }
      if (another && !differences.isEmpty()) {
        letter.paragraph("enrolment.supervisor.since");
      }
      differences(letter, differences, language);
      letters.add(
          letter
              .paragraph(
                  "enrolment.letter.supervisor.until",
                  new Dates(language).moment(due, session.zone()))
              .link(
                  "enrolment.letter.supervisor.open",
                  installation.baseUrl()
                      + "/consent?lang="
                      + language.code()
                      + "&token="
                      + links.consent(application, expires))
              .secretUntil(expires));
    }
    return letters;
  }

  private List<Letter> deciders(Sessions sessions, List<Question> questions) {
    Map<Told, Integer> told = new LinkedHashMap<>();
    for (Question each : questions) {
      whom(each, sessions).ifPresent(one -> told.merge(Told.of(one, each), 1, Integer::sum));
    }
    Map<Scope, Set<Long>> holders = holders(told.keySet());
    Set<Long> all = new HashSet<>();
    holders.values().forEach(all::addAll);
    Map<Long, PersonSummary> readers = people.byIds(all);
    List<Letter> letters = new ArrayList<>();
    told.forEach(
        (each, count) ->
            holders.getOrDefault(each.scope(), Set.of()).stream()
                .map(readers::get)
                .filter(reader -> reader != null && Letter.reachable(reader.email()))
                .forEach(reader -> letters.add(deciding(each, count, reader, sessions))));
    return letters;
  }

  private record Whom(Role role, Scope scope) {}

  /**
   * A supervisor whose address nobody knows is answered for by the coordinator, and a coordinator
   * who is not there by the Regional Office.
   */
  private Optional<Whom> whom(Question question, Sessions sessions) {
    Application application = question.application();
    return switch (question.approver()) {
      case SUPERVISOR ->
          application.supervisor().filter(Supervisor::known).isPresent()
              ? Optional.empty()
              : Optional.of(coordinators(application));
      case COORDINATOR ->
          application.asked().filter(ask -> ask.urgency() == Ask.Urgency.ESCALATED).isPresent()
              ? office(application)
              : Optional.of(coordinators(application));
      case CENTRE ->
          Optional.of(new Whom(Role.CENTRE, Scope.centre(sessions.in(Language.EN).centreCode())));
      case DONOR ->
          Optional.ofNullable(sessions.in(Language.EN).donorCode())
              .map(code -> new Whom(Role.DONOR, Scope.body(code)));
    };
  }

  /** Where the administration has nobody who could answer. */
  private Optional<Whom> office(Application application) {
    return directory
        .findMember(application.memberCode())
        .map(member -> new Whom(Role.ROCB, Scope.region(member.regionCode())));
  }

  private static Whom coordinators(Application application) {
    return new Whom(Role.COORDINATOR, Scope.member(application.memberCode()));
  }

  private Map<Scope, Set<Long>> holders(Set<Told> told) {
    Map<Scope, Set<Long>> holders = new LinkedHashMap<>();
    Set<String> members =
        told.stream()
            .filter(each -> each.role() == Role.COORDINATOR)
            .map(each -> each.scope().code())
            .collect(Collectors.toSet());
    if (!members.isEmpty()) {
      mandates
          .deciders(members)
          .forEach((member, deciders) -> holders.put(Scope.member(member), deciders));
    }
    told.stream()
        .filter(each -> each.role() != Role.COORDINATOR)
        .forEach(
            each ->
                holders.computeIfAbsent(
                    each.scope(), scope -> mandates.holders(each.role(), scope)));
    return holders;
  }

  private Letter deciding(Told told, int count, PersonSummary reader, Sessions sessions) {
    Language language = language(reader);
    OfferedSession session = sessions.in(language);
    String kind = "enrolment.letter.deciding-again";
    Letter letter =
        letter(kind, reader)
            .person(told.applicant() == null ? reader.id() : told.applicant())
            .subject(count)
            .paragraph(
                kind + ".body", count, session.title(), session.centre(), days(session, language));
    differences(letter, told.differences(), language);
    return letter.link(
        "enrolment.letter.deciding.open",
        installation.baseUrl() + "/desk/decisions?session=" + session.id());
  }

  /** Old and new, field by field; what an officer wrote as quotations. */
  private void differences(Letter letter, List<Difference> all, Language language) {
    for (Difference each : all) {
      String label = words.label(each.what(), language);
      if (each.what() == Change.MOTIVATION) {
        letter
            .paragraph("enrolment.letter.change.was", label)
            .quote(each.before())
            .paragraph("enrolment.letter.change.is")
            .quote(each.after());
      } else {
        letter.paragraph(
            "enrolment.letter.change",
            label,
            words.before(each, language),
            words.after(each, language));
      }
    }
  }

  private static Letter letter(String kind, PersonSummary reader) {
    return Letter.of(kind, reader.email(), language(reader))
        .person(reader.id())
        .greeting(reader.name());
  }

  private static Language language(PersonSummary reader) {
    return Language.of(reader.language()).orElse(Language.EN);
  }

  private static String days(OfferedSession session, Language language) {
    return new Dates(language).days(session.firstDay(), session.lastDay());
  }

  private String page(Application application) {
    return installation.baseUrl() + "/applications/" + application.id();
  }
}
