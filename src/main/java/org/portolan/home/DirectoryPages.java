package org.portolan.home;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.portolan.calendar.CalendarService;
import org.portolan.calendar.SessionSummary;
import org.portolan.knowledge.KnowledgeService;
import org.portolan.knowledge.PracticeFilter;
import org.portolan.knowledge.PracticePage;
import org.portolan.platform.i18n.Language;
import org.portolan.platform.security.Role;
import org.portolan.platform.security.Scope;
import org.portolan.region.BodyKind;
import org.portolan.region.BodySummary;
import org.portolan.region.Directory;
import org.portolan.region.OfficeHolders;
import org.portolan.region.RegionSummary;

/**
 * Brings together what the pages of the directory show. Each asks every feature once, so that a
 * page costs as many statements for a region of fifty Members as for one of five.
 */
@ApplicationScoped
public class DirectoryPages {
  private static final int SESSIONS = 5;
  private static final int PRACTICES = 4;

  /** Counting goes through everything; a figure may be as old as a kept page. */
  private final Cache<String, Figures> figures =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(2)).build();

  @Inject private Directory directory;
  @Inject private CalendarService calendar;
  @Inject private KnowledgeService knowledge;
  @Inject private Instance<OfficeHolders> offices;

  @Transactional
  public DirectoryView world(DirectoryFilter filter, Language reader) {
    Figures known = figures.get("all", any -> count());
    List<BodySummary> all = directory.bodies(reader);
    List<BodySummary> bodies = all.stream().filter(filter::fits).toList();
    return new DirectoryView(
        directory.regions().stream()
            .map(
                region ->
                    new DirectoryView.Part(
                        region,
                        directory.members(region.code(), reader),
                        of(bodies, region),
                        of(all, region).stream()
                            .filter(body -> body.kind() == BodyKind.RTC)
                            .count(),
                        known.sessions().getOrDefault(region.code(), 0L),
                        known.practices().getOrDefault(region.code(), 0L)))
            .toList(),
        bodies.stream().filter(body -> body.regionCode() == null).toList());
  }

  @Transactional
  public Optional<RegionView> region(String code, Language reader) {
    return directory
        .findRegion(code)
        .map(
            region ->
                new RegionView(
                    region,
                    of(directory.bodies(reader), region),
                    directory.members(code, reader),
                    directory.viceChairs(code),
                    figures.get("all", any -> count()).sessions().getOrDefault(code, 0L),
                    sessionsOf(code, reader),
                    practicesOf(code, reader),
                    current(Scope.region(code), any -> true)));
  }

  @Transactional
  public Optional<MemberView> member(String code, Language reader) {
    return directory
        .findMember(code)
        .map(
            member -> {
              List<BodySummary> hosted =
                  directory.bodies(reader).stream()
                      .filter(body -> code.equals(body.memberCode()))
                      .toList();
              Scope scope = Scope.member(code);
              return new MemberView(
                  member,
                  directory.findRegion(member.regionCode()).orElseThrow(),
                  hosted,
                  directory.viceChairs(member.regionCode()).stream()
                      .filter(term -> term.memberCode().equals(code))
                      .toList(),
                  sessionsAt(hosted, reader),
                  knowledge.newestOfMember(code, reader, PRACTICES),
                  current(scope, any -> true),
                  past(scope, any -> true),
                  offices.stream()
                      .findFirst()
                      .map(answers -> answers.approvers(Set.of(code)).get(code)));
            });
  }

  @Transactional
  public Optional<BodyView> body(String code, Language reader) {
    return directory
        .findBody(code)
        .map(
            body -> {
              Scope scope = scope(body);
              return new BodyView(
                  body,
                  Optional.ofNullable(body.regionCode()).flatMap(directory::findRegion),
                  Optional.ofNullable(body.memberCode()).flatMap(directory::findMember),
                  body.kind() == BodyKind.VICE_CHAIR
                      ? directory.viceChairs(body.regionCode())
                      : List.of(),
                  sessions(body, reader),
                  practices(body, reader),
                  current(scope, roles(body)),
                  past(scope, roles(body)));
            });
  }

  private Figures count() {
    return new Figures(calendar.comingByRegion(), knowledge.publishedByRegion());
  }

  /** How many sessions are ahead and how many practices published, by region. */
  private record Figures(Map<String, Long> sessions, Map<String, Long> practices) {}

  private List<SessionSummary> sessions(BodySummary body, Language reader) {
    return switch (body.kind()) {
      case RTC -> sessionsAt(List.of(body), reader);
      case ROCB, VICE_CHAIR -> sessionsOf(body.regionCode(), reader);
      default -> List.of();
    };
  }

  /** Those of its host; of the whole region where it works for all of it. */
  private PracticePage practices(BodySummary body, Language reader) {
    if (body.kind() == BodyKind.ROCB || body.kind() == BodyKind.VICE_CHAIR) {
      return practicesOf(body.regionCode(), reader);
    }
    return body.memberCode() == null
        ? new PracticePage(List.of(), 0)
        : knowledge.newestOfMember(body.memberCode(), reader, PRACTICES);
  }

  private List<SessionSummary> sessionsOf(String region, Language reader) {
    return sessionsAt(of(directory.bodies(), region), reader);
  }

  private List<SessionSummary> sessionsAt(List<BodySummary> bodies, Language reader) {
    return calendar.comingAt(
        bodies.stream().filter(body -> body.kind() == BodyKind.RTC).map(BodySummary::code).toList(),
        SESSIONS,
        reader);
  }

  private PracticePage practicesOf(String region, Language reader) {
    return knowledge.newest(new PracticeFilter(region, null, null, null), reader, 0, PRACTICES);
  }

  /** For what the mandates of a body are held. */
  private static Scope scope(BodySummary body) {
    return switch (body.kind()) {
      case RTC -> Scope.centre(body.code());
      case ROCB, VICE_CHAIR -> Scope.region(body.regionCode());
      default -> Scope.body(body.code());
    };
  }

  /** Of the mandates for a region, its office has those of its own kind. */
  private static Predicate<Role> roles(BodySummary body) {
    return switch (body.kind()) {
      case ROCB -> role -> role == Role.ROCB;
      case VICE_CHAIR -> role -> role == Role.VICE_CHAIR;
      default -> role -> true;
    };
  }

  private List<OfficeHolders.Holder> current(Scope scope, Predicate<Role> wanted) {
    return offices.stream()
        .flatMap(answers -> answers.current(Set.of(scope)).getOrDefault(scope, List.of()).stream())
        .filter(holder -> wanted.test(holder.role()))
        .toList();
  }

  private List<OfficeHolders.Holder> past(Scope scope, Predicate<Role> wanted) {
    return offices.stream()
        .flatMap(answers -> answers.past(Set.of(scope)).getOrDefault(scope, List.of()).stream())
        .filter(holder -> wanted.test(holder.role()))
        .toList();
  }

  private static List<BodySummary> of(List<BodySummary> bodies, RegionSummary region) {
    return of(bodies, region.code());
  }

  private static List<BodySummary> of(List<BodySummary> bodies, String region) {
    return bodies.stream().filter(body -> region.equals(body.regionCode())).toList();
  }
}
