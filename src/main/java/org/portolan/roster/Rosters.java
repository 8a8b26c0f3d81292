package org.portolan.roster;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionFacts;
import org.portolan.completion.CompletionResult;
import org.portolan.completion.Completions;
import org.portolan.enrolment.ApplicationDetail;
import org.portolan.enrolment.ApplicationSummary;
import org.portolan.enrolment.EnrolmentService;
import org.portolan.enrolment.OfferedSession;
import org.portolan.enrolment.SeatDesk;
import org.portolan.enrolment.SeatPlan;
import org.portolan.people.People;
import org.portolan.people.PersonSummary;
import org.portolan.platform.i18n.Dates;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.i18n.Texts;
import org.portolan.platform.web.NotFound;
import org.portolan.region.Directory;
import org.portolan.seat.ApplicationState;

/** The participants of sessions, and the letters to them. */
@ApplicationScoped
public class Rosters {
  private static final List<String> COLUMNS =
      List.of("name", "post", "administration", "email", "state", "applied");

  @Inject private SeatDesk desk;
  @Inject private EnrolmentService enrolment;
  @Inject private CalendarService calendar;
  @Inject private Completions completions;
  @Inject private TravelReaders travel;
  @Inject private Directory directory;
  @Inject private People people;
  @Inject private Clock clock;

  /** Those of a session of one's own centre. */
  @Transactional
  public Participants find(long sessionId, Language reader) {
    SeatPlan plan = desk.find(sessionId, reader);
    return new Participants(plan.session(), plan.listed());
  }

  /**
   * The same as rows of a file, the head first, in words of the reader.
   *
   * @param state only those in it, or null for all
   */
  @Transactional
  public List<List<String>> table(long sessionId, ApplicationState state, Language reader) {
    Participants participants = find(sessionId, reader);
    Map<Long, PersonSummary> known = people.byIds(ids(participants.all()));
    Dates dates = new Dates(reader);
    List<List<String>> rows = new ArrayList<>();
    rows.add(COLUMNS.stream().map(each -> Texts.text(reader, "roster.column." + each)).toList());
    for (ApplicationSummary each : participants.all()) {
      if (state == null || each.state() == state) {
        PersonSummary person = known.get(each.personId());
        rows.add(
            List.of(
                each.person(),
                each.post() == null ? "" : each.post(),
                administration(each.memberCode(), reader),
                person == null ? "" : person.email(),
                Texts.text(reader, "enrolment.state." + each.state().code()),
                dates.moment(each.appliedAt(), each.session().zone())));
      }
    }
    return rows;
  }

  /**
   * What one who has or had a seat is given on paper, in their language; for themselves and for
   * those who may read the application. Laid out while no transaction is open, as it takes its
   * time.
   */
  public byte[] paper(PaperKind kind, long applicationId) {
    ApplicationDetail detail = enrolment.find(applicationId, Language.EN);
    return papers(
        kind,
        List.of(detail.summary()),
        kind == PaperKind.INVITATION ? travel.passportName(detail) : Map.of());
  }

  /**
   * The same for these of a session of one's own centre, in one document.
   *
   * @param wanted numbers of applications; empty for all
   */
  public byte[] papers(PaperKind kind, long sessionId, Set<Long> wanted) {
    Participants participants = find(sessionId, Language.EN);
    return papers(
        kind,
        participants.all().stream()
            .filter(each -> wanted.isEmpty() || wanted.contains(each.id()))
            .toList(),
        kind == PaperKind.INVITATION ? travel.passportNames(participants.session()) : Map.of());
  }

  /** Those of a session of one's own centre who completed it, by their numbers. */
  @Transactional
  public Set<Long> completed(Participants participants) {
    return completions.ofSession(participants.session().id()).entrySet().stream()
        .filter(each -> each.getValue() == CompletionResult.COMPLETED)
        .map(Map.Entry::getKey)
        .collect(Collectors.toSet());
  }

  /**
   * @param passports names as an embassy compares them, by application, as far as the reader may
   *     know them
   */
  private byte[] papers(
      PaperKind kind, List<ApplicationSummary> wanted, Map<Long, String> passports) {
    List<ApplicationSummary> seated = entitled(kind, wanted);
    if (seated.isEmpty() || seated.get(0).session().cancelled()) {
      throw new NotFound("a paper for somebody who has a seat");
    }
    Map<Long, PersonSummary> known = people.byIds(ids(seated));
    SessionFacts facts =
        calendar.facts(List.of(seated.get(0).session().id())).get(seated.get(0).session().id());
    LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneId.of(facts.zone()));
    Map<Language, OfferedSession> sessions = new EnumMap<>(Language.class);
    List<Paper> papers = new ArrayList<>();
    for (ApplicationSummary each : seated) {
      Language language =
          Optional.ofNullable(known.get(each.personId()))
              .flatMap(person -> Language.of(person.language()))
              .orElse(Language.EN);
      OfferedSession session =
          sessions.computeIfAbsent(
              language, theirs -> enrolment.session(String.valueOf(facts.id()), theirs));
      papers.add(
          new Paper(
              kind,
              language,
              today,
              name(each, passports),
              each.post() == null ? "" : each.post(),
              administration(each.memberCode(), language),
              session,
              facts,
              directory.findCentre(facts.centreCode()).map(centre -> centre.city()).orElse("")));
    }
    return Paper.document(papers);
  }

  private static String name(ApplicationSummary application, Map<Long, String> passports) {
    String passport = passports.getOrDefault(application.id(), "");
    return passport.isEmpty() ? application.person() : passport;
  }

  private List<ApplicationSummary> entitled(PaperKind kind, List<ApplicationSummary> wanted) {
    List<ApplicationSummary> seated =
        wanted.stream().filter(each -> each.state() == ApplicationState.APPROVED).toList();
    if (kind != PaperKind.ATTENDANCE || seated.isEmpty()) {
      return seated;
    }
    Map<Long, CompletionResult> results = completions.ofSession(seated.get(0).session().id());
    return seated.stream()
        .filter(each -> results.get(each.personId()) == CompletionResult.COMPLETED)
        .toList();
  }

  private static Collection<Long> ids(List<ApplicationSummary> all) {
    return all.stream().map(ApplicationSummary::personId).collect(Collectors.toSet());
  }

  private String administration(String code, Language reader) {
    return code == null
        ? ""
        : directory.findMember(code).map(found -> found.name().in(reader)).orElse(code);
  }
}
